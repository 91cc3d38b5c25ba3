/** What functions may do, each right in one place and by name. */
import { ArnFormat, Stack } from 'aws-cdk-lib';
import { keyOf } from '#shared/store/keys.ts';
import { FACTS_ID } from '#shared/world/corrections/entered/facts-item.ts';
import { WORLD_ID } from '#shared/world/corrections/world-item.ts';
import type { Data } from './data-stack.ts';
import { acknowledge } from './house/acknowledge.ts';
import type { DeployedFunction } from './house/deployed-function.ts';
import { machineArnOf, rotationMachineName } from './rotation-machine-name.ts';

/** One item at a time. No function scans the table. */
export function mayReadAndWrite(granted: DeployedFunction, { table }: Data): void {
  granted.may(['dynamodb:GetItem', 'dynamodb:PutItem'], [table.tableArn]);
}

/** What was corrected of the world and entered about programs, and no other item of the table. */
export function mayReadWorld(granted: DeployedFunction, { table }: Data): void {
  granted.may(['dynamodb:GetItem'], [table.tableArn], {
    'ForAllValues:StringEquals': {
      'dynamodb:LeadingKeys': [keyOf('world', WORLD_ID), keyOf('facts', FACTS_ID)],
    },
  });
}

/** Removes what lies beside a plan that its person deleted. */
export function mayRemove(granted: DeployedFunction, { table }: Data): void {
  granted.may(['dynamodb:DeleteItem'], [table.tableArn]);
}

/** Each export is an object named after it. Parts of an upload that broke off are aborted. */
export function mayWriteExports(granted: DeployedFunction, data: Data): void {
  granted.may(['s3:PutObject', 's3:AbortMultipartUpload'], [objectsOf(data)]);
  acknowledgeObjects(granted);
}

/** What lets it sign a link to one object. */
export function mayReadExports(granted: DeployedFunction, data: Data): void {
  granted.may(['s3:GetObject'], [objectsOf(data)]);
  acknowledgeObjects(granted);
}

function objectsOf({ exports }: Data): string {
  return exports.arnForObjects('*');
}

function acknowledgeObjects(granted: DeployedFunction): void {
  acknowledge(
    granted.role,
    // The name under which CDK hands the bucket from the one stack to the other.
    'AwsSolutions-IAM5[Resource::AwayRotationsData:ExportsOutputFnGetAttExports25637AFBArn08434897/*]',
    'An export is named after its id, which no template can know; the bucket is named and holds nothing else.',
  );
}

/** Starts, signals and looks at executions of the one machine. */
export function mayFollow(granted: DeployedFunction): void {
  granted.may(['states:StartExecution', 'states:SendTaskSuccess'], [machineArnOf(granted.lambda)]);
  const name = `${rotationMachineName(granted.lambda)}:*`;
  const executions = Stack.of(granted.lambda).formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: name,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  granted.may(['states:DescribeExecution'], [executions]);
  acknowledge(
    granted.role,
    `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${name}]`,
    'An execution is named after its rotation and run, which no template can know; the machine is named.',
  );
}

/**
 * Sends from this address and no other. While an account is in SES's sandbox the reader's own identity is asked for, too,
 * so the address is what bounds the right, not the identity.
 */
export function maySend(granted: DeployedFunction, from: string, configurationSet: string): void {
  const arnOf = (resource: string, resourceName: string) =>
    Stack.of(granted.lambda).formatArn({ service: 'ses', resource, resourceName });
  granted.may(
    ['ses:SendRawEmail'],
    [arnOf('identity', '*'), arnOf('configuration-set', configurationSet)],
    { StringEquals: { 'ses:FromAddress': from } },
  );
  acknowledge(
    granted.role,
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
    'In the sandbox SES asks for the right to each reader’s identity, which no template can know; the sender is named.',
  );
}
