import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { stepFunctions } from '#functions/adapters/step-functions.ts';

const ARN = 'arn:aws:states:us-east-1:123456789012:stateMachine:rotation';
const RUN = { applicantId: 'alice', rotationId: 'r1', run: 2 };
const INPUT = '{"applicantId":"alice","rotationId":"r1","run":2}';
const error = { message: 'as AWS words it', $metadata: {} };

const machine = mockClient(SFNClient);
const executions = stepFunctions(new SFNClient({ region: 'us-east-1' }), ARN);
beforeEach(() => machine.reset());

describe('a start', () => {
  test('names the rotation and its run, once and for all', async () => {
    machine.on(StartExecutionCommand).resolves({});
    expect(await executions.start(RUN)).toBe('started');
    expect(machine.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: ARN,
      name: 'r1-2',
      input: INPUT,
    });
  });

  test('of a run that was started before is no failure', async () => {
    machine.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(error));
    expect(await executions.start(RUN)).toBe('exists');
  });

  test('that is throttled is thrown, for the sweep to repeat', async () => {
    machine.on(StartExecutionCommand).rejects(named('ThrottlingException'));
    await expect(executions.start(RUN)).rejects.toThrow('ThrottlingException');
  });
});

describe('a signal', () => {
  test('carries nothing', async () => {
    machine.on(SendTaskSuccessCommand).resolves({});
    expect(await executions.signal('t')).toBe('delivered');
    expect(machine.commandCalls(SendTaskSuccessCommand)[0]?.args[0].input).toEqual({
      taskToken: 't',
      output: '{}',
    });
  });

  test.each([TaskTimedOut, TaskDoesNotExist, InvalidToken])(
    'to a token that is no more (%o) counts as delivered',
    async (Gone) => {
      machine.on(SendTaskSuccessCommand).rejects(new Gone(error));
      expect(await executions.signal('t')).toBe('gone');
    },
  );

  test.each(['ThrottlingException', 'AccessDeniedException', 'TimeoutError'])(
    'that fails by %s is thrown',
    async (name) => {
      machine.on(SendTaskSuccessCommand).rejects(named(name));
      await expect(executions.signal('t')).rejects.toThrow(name);
    },
  );
});

describe('the status', () => {
  test.each([
    ['RUNNING', 'running'],
    ['SUCCEEDED', 'over'],
    ['FAILED', 'over'],
    ['TIMED_OUT', 'over'],
    ['ABORTED', 'over'],
    ['PENDING_REDRIVE', 'over'],
  ] as const)('%s is %s', async (status, answer) => {
    machine.on(DescribeExecutionCommand).resolves({ status, input: INPUT });
    expect(await executions.status(RUN)).toBe(answer);
    expect(machine.commandCalls(DescribeExecutionCommand)[0]?.args[0].input).toEqual({
      executionArn: 'arn:aws:states:us-east-1:123456789012:execution:rotation:r1-2',
    });
  });

  test('of one that was never started is none', async () => {
    machine.on(DescribeExecutionCommand).rejects(new ExecutionDoesNotExist(error));
    expect(await executions.status(RUN)).toBe('none');
  });

  test('of one by that name which is somebody else’s is none', async () => {
    const input = INPUT.replace('alice', 'bob');
    machine.on(DescribeExecutionCommand).resolves({ status: 'RUNNING', input });
    expect(await executions.status(RUN)).toBe('none');
  });

  test('that cannot be asked for is thrown', async () => {
    machine.on(DescribeExecutionCommand).rejects(named('ThrottlingException'));
    await expect(executions.status(RUN)).rejects.toThrow('ThrottlingException');
  });
});

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}
