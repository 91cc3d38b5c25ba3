/** Step Functions behind the executions port. */
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
import { type Executions, executionName, type RunInput } from '#shared/people/workflow/workflow.ts';

/** A signal must not delay the page that caused it: what fails within this time is left to the sweep. */
const REQUEST_MS_MAX = 3000;
const ATTEMPTS_MAX = 3;

/** Limited in attempts and time, so that a visit ends within its lease. */
export function sfnClient(): SFNClient {
  return new SFNClient({
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: {
      connectionTimeout: 1000,
      requestTimeout: REQUEST_MS_MAX,
      throwOnRequestTimeout: true,
    },
  });
}

/** Executions through the SDK. A name that has run before, or a task that is over, is an answer and not an error. */
export function stepFunctions(client: SFNClient, stateMachineArn: string): Executions {
  return {
    async start(input) {
      try {
        const name = executionName(input);
        await client.send(
          new StartExecutionCommand({ stateMachineArn, name, input: inputText(input) }),
        );
        return 'started';
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return 'exists';
        throw error;
      }
    },

    async signal(taskToken) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
        return 'delivered';
      } catch (error) {
        const isGone =
          error instanceof TaskTimedOut ||
          error instanceof TaskDoesNotExist ||
          error instanceof InvalidToken;
        if (isGone) return 'gone';
        throw error;
      }
    },

    async status(input) {
      try {
        const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${executionName(input)}`;
        const found = await client.send(new DescribeExecutionCommand({ executionArn }));
        if (found.input !== inputText(input)) return 'none';
        // An execution that waits to be redriven is no longer running.
        return found.status === 'RUNNING' ? 'running' : 'over';
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return 'none';
        throw error;
      }
    },
  };
}

/** Always serialized the same way: repeating a start is safe only with identical input. */
function inputText({ applicantId, rotationId, run }: RunInput): string {
  return JSON.stringify({ applicantId, rotationId, run });
}
