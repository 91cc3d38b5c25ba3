/** One deployed function: bundled alone with its SDK, with a role and a log group of its own. */
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  type Conditions,
  Effect,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { AwsVariable } from '#functions/adapters/aws-variables.ts';

const PROJECT = join(import.meta.dirname, '../../..');

export interface DeployedFunctionProps {
  /** The file in functions/lambda, without its ending. */
  readonly entry: string;
  /** What it is for, as an operator reads it. */
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memoryMb?: number;
  readonly logDays: number;
  readonly environment: Partial<Record<AwsVariable, string>>;
}

export interface DeployedFunction {
  readonly lambda: NodejsFunction;
  readonly logGroup: LogGroup;
  readonly role: Role;
  /** Lets the function do exactly these actions on exactly these resources, and only under these conditions. */
  may(actions: readonly string[], resources: readonly string[], conditions?: Conditions): void;
}

export function deployedFunction(
  scope: Construct,
  id: string,
  props: DeployedFunctionProps,
): DeployedFunction {
  const logGroup = new LogGroup(scope, `${id}Log`, {
    retention: props.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `What the function "${props.entry}" may do.`,
  });
  const may = (
    actions: readonly string[],
    resources: readonly string[],
    conditions: Conditions = {},
  ): void => {
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: [...actions],
        resources: [...resources],
        conditions,
      }),
    );
  };
  // Written out, since the managed policy would let it write to every log group of the account.
  may(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);

  const lambda = new NodejsFunction(scope, id, {
    entry: join(PROJECT, 'functions/lambda', `${props.entry}.ts`),
    handler: 'handler',
    description: props.description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: props.memoryMb ?? 512,
    timeout: Duration.seconds(props.timeoutSeconds),
    role,
    logGroup,
    environment: props.environment,
    projectRoot: PROJECT,
    depsLockFilePath: join(PROJECT, 'package-lock.json'),
    bundling: {
      format: OutputFormat.ESM,
      target: 'node24',
      minify: true,
      keepNames: true,
      mainFields: ['module', 'main'],
      // The SDK comes with the function, at the version its tests ran with.
      externalModules: [],
      // Libraries in the old module format still ask for node's own modules in their way.
      banner: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
    },
  });
  return { lambda, logGroup, role, may };
}
