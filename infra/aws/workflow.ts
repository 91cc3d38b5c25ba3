/** The rotations' state machine with its two functions, and the function that records a failed execution. */
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Data } from './data-stack.ts';
import { executions, items } from './grants.ts';
import { deployedFunction } from './house/deployed-function.ts';
import { type HeardEvents, heardEvents } from './house/queues.ts';
import { machineArnOf, rotationMachine } from './rotation-machine.ts';
import type { Settings } from './settings.ts';

export interface Workflow {
  readonly machine: StateMachine;
  /** Executions that failed. */
  readonly ends: HeardEvents;
}

export function workflow(scope: Construct, data: Data, settings: Settings): Workflow {
  const { logDays } = settings;
  const rotations = items(data, { changes: ['applicant', 'chunk'] });
  const grants = [...rotations, ...executions(scope)];

  const arm = deployedFunction(scope, 'ArmFunction', {
    entry: 'arm',
    description: 'Checks a rotation: makes the moves that time owes, and says what to wait for.',
    timeoutSeconds: 30,
    logDays,
    environment: { AWAY_WAIT_SECONDS_MAX: String(settings.waitSecondsMax) },
    grants,
  });
  const wait = deployedFunction(scope, 'WaitFunction', {
    entry: 'wait',
    description: 'Keeps the token of a wait in its rotation.',
    timeoutSeconds: 30,
    logDays,
    grants,
  });
  const machine = rotationMachine(scope, 'RotationMachine', {
    arm: arm.lambda,
    wait: wait.lambda,
    logDays,
  });

  const ended = deployedFunction(scope, 'ExecutionEndedFunction', {
    entry: 'execution-ended',
    description: 'Records that an execution failed, so that the sweep starts another.',
    timeoutSeconds: 30,
    logDays,
    grants: rotations,
  });
  const ends = heardEvents(
    scope,
    'ExecutionEnded',
    {
      rule: 'ExecutionEnded',
      description: 'An execution failed, was aborted, or timed out.',
      pattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: [machineArnOf(scope)],
        },
      },
    },
    ended,
  );
  return { machine, ends };
}
