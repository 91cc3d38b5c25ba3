/** The rotations' state machine with its two functions, and what hears of an execution that died. */
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Data } from './data-stack.ts';
import { deployedFunction } from './house/deployed-function.ts';
import { type HeardEvents, heardEvents } from './house/heard-events.ts';
import { mayFollow, mayReadAndWrite } from './may.ts';
import { rotationMachine } from './rotation-machine.ts';
import { machineArnOf } from './rotation-machine-name.ts';
import type { Settings } from './settings.ts';

export interface Workflow {
  readonly machine: StateMachine;
  /** Executions that died. */
  readonly ends: HeardEvents;
}

export function workflow(scope: Construct, data: Data, settings: Settings): Workflow {
  const { logDays } = settings;
  const stateMachineArn = machineArnOf(scope);
  const environment = { AWAY_TABLE: data.table.tableName, AWAY_STATE_MACHINE: stateMachineArn };

  const arm = deployedFunction(scope, 'ArmFunction', {
    entry: 'arm',
    description: 'Looks at a rotation: makes the moves that time owes, says what to wait for.',
    timeoutSeconds: 30,
    logDays,
    environment: { ...environment, AWAY_WAIT_SECONDS_MAX: String(settings.waitSecondsMax) },
  });
  const wait = deployedFunction(scope, 'WaitFunction', {
    entry: 'wait',
    description: 'Leaves the token of a wait on its rotation.',
    timeoutSeconds: 30,
    logDays,
    environment,
  });
  for (const each of [arm, wait]) {
    mayReadAndWrite(each, data);
    mayFollow(each);
  }
  const machine = rotationMachine(scope, 'RotationMachine', {
    arm: arm.lambda,
    wait: wait.lambda,
    logDays,
  });

  const ended = deployedFunction(scope, 'ExecutionEndedFunction', {
    entry: 'execution-ended',
    description: 'Writes that an execution died, so that the sweep starts another.',
    timeoutSeconds: 30,
    logDays,
    environment: { AWAY_TABLE: data.table.tableName },
  });
  mayReadAndWrite(ended, data);
  const ends = heardEvents(
    scope,
    'ExecutionEnded',
    {
      rule: 'ExecutionEnded',
      description: 'An execution failed, was aborted or ran out of time.',
      pattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: [stateMachineArn],
        },
      },
    },
    ended,
  );
  return { machine, ends };
}
