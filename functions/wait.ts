/** The wait's first act: leaves its token on the item, or wakes itself if the item has moved on in the meantime. */
import type { WaitRequest } from '#shared/people/workflow/messages.ts';
import { judgeWait, waitOf, withWait } from '#shared/people/workflow/runs.ts';
import type { Executions } from '#shared/people/workflow/workflow.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { type ChangePorts, change } from './change.ts';

interface WaitDeps extends ChangePorts {
  readonly worldFor: WorldFor;
  readonly executions: Executions;
}

/** Throws after too many lost races; the machine tries again with another token. */
export async function wait(deps: WaitDeps, request: WaitRequest): Promise<'kept' | 'woken'> {
  const { applicantId, rotationId, token } = request;
  const outcome = await change(deps, 'applicant', applicantId, (item) => {
    const verdict = judgeWait(item, request, deps.worldFor(item?.cohortId));
    if (verdict === 'kept') return { answer: 'kept' };
    if (!item || verdict === 'wake') return { answer: 'woken' };
    return { write: withWait(item, rotationId, waitOf(request)), answer: 'kept' };
  });
  if (outcome === 'woken') await deps.executions.signal(token);
  return outcome;
}
