/** What a function may use, by name: its permissions, and the environment variables that name the resources. */
import { ArnFormat, type Stack } from 'aws-cdk-lib';
import type { Conditions } from 'aws-cdk-lib/aws-iam';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { AwsVariable } from '#functions/adapters/aws-variables.ts';
import { keyOf } from '#shared/store/keys.ts';
import { TABLE } from '#shared/store/table.ts';
import type { Data } from './data-stack.ts';
import type { Grant } from './house/deployed-function.ts';
import { machineArnOf, rotationMachineName } from './rotation-machine.ts';
import type { Settings } from './settings.ts';

type ItemKind = Parameters<typeof keyOf>[0];

interface Kinds {
  readonly changes: readonly ItemKind[];
  /** Besides these, the corrections to the world. */
  readonly reads?: readonly ItemKind[];
}

/** Items of these kinds and of no other, one at a time. No function scans the table. */
export function items({ table }: Data, { changes, reads = [] }: Kinds): readonly Grant[] {
  return [
    {
      environment: { AWAY_TABLE: table.tableName },
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
      resources: [table.tableArn],
      conditions: ofKinds(changes),
    },
    {
      actions: ['dynamodb:GetItem'],
      resources: [table.tableArn],
      conditions: ofKinds([...reads, 'world', 'world-part']),
    },
  ];
}

/** The corrections to the world, and no other item of the table. */
export function worldItems({ table }: Data): Grant {
  return {
    environment: { AWAY_TABLE: table.tableName },
    actions: ['dynamodb:GetItem'],
    resources: [table.tableArn],
    conditions: ofKinds(['world', 'world-part']),
  };
}

/** For what is kept beside a plan that its person deleted, and for a sheet that is applied. */
export function removal({ table }: Data, kinds: readonly ItemKind[]): Grant {
  return {
    actions: ['dynamodb:DeleteItem'],
    resources: [table.tableArn],
    conditions: ofKinds(kinds),
  };
}

/** An item's key begins with its kind, and the key of a request is known to AWS. */
function ofKinds(kinds: readonly ItemKind[]): Conditions {
  const keys = kinds.map((kind) => keyOf(kind, '*'));
  return { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } };
}

/** A whole cohort, or everyone who is due, read from one range of an index. */
export function index(of: 'byCohort' | 'byDue', { table }: Data): Grant {
  const { indexName } = TABLE[of];
  return { actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/${indexName}`] };
}

export function secrets(named: Partial<Record<AwsVariable, Secret>>): Grant {
  const arns = Object.entries(named).map(([name, { secretArn }]) => [name, secretArn] as const);
  return {
    environment: Object.fromEntries(arns),
    actions: ['secretsmanager:GetSecretValue'],
    resources: arns.map(([, arn]) => arn),
  };
}

export function messagesTo(named: Partial<Record<AwsVariable, Queue>>): Grant {
  const queues = Object.entries(named);
  return {
    environment: Object.fromEntries(queues.map(([name, { queueUrl }]) => [name, queueUrl])),
    actions: ['sqs:SendMessage'],
    resources: queues.map(([, { queueArn }]) => queueArn),
  };
}

/** Each export is an object named after it. Reading lets a function sign a link to one; a broken upload is aborted. */
export function exportsFor(use: 'reading' | 'writing', { exports }: Data): Grant {
  return {
    environment: { AWAY_EXPORTS: exports.bucketName },
    actions: use === 'reading' ? ['s3:GetObject'] : ['s3:PutObject', 's3:AbortMultipartUpload'],
    resources: [exports.arnForObjects('*')],
    acknowledged: {
      // The name under which CDK passes the bucket from one stack to the other.
      of: 'Resource::AwayRotationsData:ExportsOutputFnGetAttExports25637AFBArn08434897/*',
      because:
        'An export is named after its id, which no template can know; the bucket is named and holds nothing else.',
    },
  };
}

/** Starts, signals, and reads executions of the one state machine. */
export function executions(stack: Stack): readonly Grant[] {
  const name = `${rotationMachineName(stack)}:*`;
  const executionArn = stack.formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: name,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return [
    {
      environment: { AWAY_STATE_MACHINE: machineArnOf(stack) },
      actions: ['states:StartExecution', 'states:SendTaskSuccess'],
      resources: [machineArnOf(stack)],
    },
    {
      actions: ['states:DescribeExecution'],
      resources: [executionArn],
      acknowledged: {
        of: `Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${name}`,
        because:
          'An execution is named after its rotation and run, which no template can know; the machine is named.',
      },
    },
  ];
}

/** From this address only. In its sandbox SES checks a right on the reader's identity, too, so the limit is on the sender's address. */
export function sending(
  stack: Stack,
  { sender: from, replies = from }: Pick<Settings, 'sender' | 'replies'>,
  configurationSet: string,
): Grant {
  const arnOf = (resource: string, resourceName: string) =>
    stack.formatArn({ service: 'ses', resource, resourceName });
  return {
    environment: {
      AWAY_FROM: from,
      AWAY_REPLY_TO: replies,
      AWAY_CONFIGURATION_SET: configurationSet,
    },
    actions: ['ses:SendRawEmail'],
    resources: [arnOf('identity', '*'), arnOf('configuration-set', configurationSet)],
    conditions: { StringEquals: { 'ses:FromAddress': from } },
    acknowledged: {
      of: 'Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*',
      because:
        'In the sandbox SES asks for the right to each reader’s identity, which no template can know; the sender is named.',
    },
  };
}
