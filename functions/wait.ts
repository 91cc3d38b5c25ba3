/** The wait's first act: leaves its token on the item, or wakes itself where the item has moved on meanwhile. */
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Executions } from '#shared/people/workflow/executions.ts';
import { judgeWait, waitOf } from '#shared/people/workflow/judge-wait.ts';
import type { WaitRequest } from '#shared/people/workflow/messages.ts';
import { withWait } from '#shared/people/workflow/runs.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';

export interface WaitDeps {
  readonly store: Store;
  readonly worldFor: WorldFor;
  readonly executions: Executions;
}

/** Throws after too many lost races; the machine tries again with another token. */
export async function wait(deps: WaitDeps, request: WaitRequest): Promise<'kept' | 'woken'> {
  const { store, worldFor } = deps;
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const item = await store.read('applicant', request.applicantId);
    const verdict = judgeWait(item, request, worldFor(item?.cohortId));
    if (verdict === 'kept') return 'kept';
    if (!item || verdict === 'wake') {
      await deps.executions.signal(request.token);
      return 'woken';
    }
    const kept = withWait(item, request.rotationId, waitOf(request));
    if ((await store.write(kept)).written) return 'kept';
  }
  throw new Error('The wait could not be kept: too many writers at once.');
}
