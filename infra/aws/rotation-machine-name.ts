import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Named, not referred to: the functions inside the machine must know the ARN of what contains them. */
export function rotationMachineName(scope: Construct): string {
  return `${Stack.of(scope).stackName}-rotation`;
}

/** The state machine's ARN by its name: who names it need not wait for it. */
export function machineArnOf(scope: Construct): string {
  return Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: rotationMachineName(scope),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
