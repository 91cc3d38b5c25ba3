/** Called by EventBridge when an execution failed, was aborted or ran out of time. */
import { executionEndedSchema } from '#shared/people/workflow/messages.ts';
import { log } from '../adapters/log.ts';
import { executionEnded } from '../execution-ended.ts';
import { inWorld, stand } from './parts.ts';

const deps = inWorld(stand(), (ground) => ground);

export async function handler(event: unknown): Promise<void> {
  const { detail } = executionEndedSchema.parse(event);
  const { applicantId: personId, rotationId } = detail.input;
  const outcome = await executionEnded(await deps(), detail.input);
  log('warn', 'execution-ended', { personId, rotationId, reason: detail.status, code: outcome });
}
