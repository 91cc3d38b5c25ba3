/** The rotations' state machine with its two functions, and the function that records a failed execution. */
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Deployment } from './data-stack.ts';
import { executions, items } from './grants.ts';
import { deployedFunction } from './house/deployed-function.ts';
import { type HeardEvents, heardEvents } from './house/queues.ts';
import { machineArnOf, rotationMachine } from './rotation-machine.ts';

export interface Workflow {
  readonly machine: StateMachine;
  /** Executions that failed. */
  readonly ends: HeardEvents;
}

export function workflow(deployment: Deployment): Workflow {
  const { stack, data, settings } = deployment;
  const rotations = items(data, { changes: ['applicant', 'chunk'] });
  const grants = [...rotations, ...executions(stack)];

  const arm = deployedFunction(deployment, 'ArmFunction', {
    entry: 'arm',
    description: 'Checks a rotation: makes the moves that time owes, and says what to wait for.',
    timeoutSeconds: 30,
    environment: { AWAY_WAIT_SECONDS_MAX: String(settings.waitSecondsMax) },
    grants,
  });
  const wait = deployedFunction(deployment, 'WaitFunction', {
    entry: 'wait',
    description: 'Keeps the token of a wait in its rotation.',
    timeoutSeconds: 30,
    grants,
  });
  const machine = rotationMachine(deployment, arm.lambda, wait.lambda);

  const ended = deployedFunction(deployment, 'ExecutionEndedFunction', {
    entry: 'execution-ended',
    description: 'Records that an execution failed, so that the sweep starts another.',
    timeoutSeconds: 30,
    grants: rotations,
  });
  const ends = heardEvents(
    stack,
    'ExecutionEnded',
    {
      rule: 'ExecutionEnded',
      description: 'An execution failed, was aborted, or timed out.',
      pattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: [machineArnOf(stack)],
        },
      },
    },
    ended,
  );
  return { machine, ends };
}
