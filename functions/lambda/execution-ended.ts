/** Called by the queue of executions that failed, were aborted or ran out of time, as EventBridge reports them. */
import { executionEndedSchema } from '#shared/people/workflow/messages.ts';
import { log } from '../adapters/log.ts';
import { eachMessage } from '../adapters/sqs-batch.ts';
import { executionEnded } from '../execution-ended.ts';
import { inWorld, stand } from './parts.ts';

const deps = inWorld(stand(), (ground) => ground);

export const handler = eachMessage(log, async (event) => {
  const { detail } = executionEndedSchema.parse(event);
  const { applicantId: personId, rotationId } = detail.input;
  const outcome = await executionEnded(await deps(), detail.input);
  log('warn', 'execution-ended', { personId, rotationId, reason: detail.status, code: outcome });
});
