/** One deployed function: bundled with its SDK, with its own role and log group. */
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
import { acknowledge } from './acknowledge.ts';

const PROJECT = join(import.meta.dirname, '../../..');

/** Exactly these actions on exactly these resources, and only under these conditions. */
export interface Grant {
  /** What tells the function which resources these are. */
  readonly environment?: Partial<Record<AwsVariable, string>>;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Conditions;
  /** A wildcard that cdk-nag finds in it, and why it stays. */
  readonly acknowledged?: { readonly of: string; readonly because: string };
}

export interface DeployedFunctionProps {
  /** The file in functions/lambda, without its extension. */
  readonly entry: string;
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memoryMb?: number;
  readonly logDays: number;
  readonly environment?: Partial<Record<AwsVariable, string>>;
  readonly grants?: readonly Grant[];
}

export interface DeployedFunction {
  readonly lambda: NodejsFunction;
  readonly logGroup: LogGroup;
}

export function deployedFunction(
  scope: Construct,
  id: string,
  props: DeployedFunctionProps,
): DeployedFunction {
  const { entry, description, timeoutSeconds, memoryMb = 512, logDays, grants = [] } = props;
  const logGroup = new LogGroup(scope, `${id}Log`, {
    retention: logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // The managed policy for logs would let it write to every log group of the account.
  const ownLog = {
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  };
  const lambda = new NodejsFunction(scope, id, {
    entry: join(PROJECT, 'functions/lambda', `${entry}.ts`),
    handler: 'handler',
    description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: memoryMb,
    timeout: Duration.seconds(timeoutSeconds),
    role: roleWith(scope, id, entry, [ownLog, ...grants]),
    logGroup,
    environment: Object.assign({}, props.environment, ...grants.map((each) => each.environment)),
    projectRoot: PROJECT,
    depsLockFilePath: join(PROJECT, 'package-lock.json'),
    bundling: {
      format: OutputFormat.ESM,
      target: 'node24',
      minify: true,
      keepNames: true,
      mainFields: ['module', 'main'],
      // The SDK is bundled, at the version that the tests ran with.
      externalModules: [],
      // Libraries in CommonJS call require() for Node's own modules.
      banner: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
    },
  });
  return { lambda, logGroup };
}

function roleWith(scope: Construct, id: string, entry: string, grants: readonly Grant[]): Role {
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `What the function "${entry}" may do.`,
  });
  for (const { actions, resources, conditions = {}, acknowledged } of grants) {
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: [...actions],
        resources: [...resources],
        conditions,
      }),
    );
    if (!acknowledged) continue;
    acknowledge(role, `AwsSolutions-IAM5[${acknowledged.of}]`, acknowledged.because);
  }
  return role;
}
