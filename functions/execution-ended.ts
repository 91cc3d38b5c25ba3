/** An execution failed, was aborted or ran out of time: its run is over, and the next sweep starts another. */
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import type { RunInput } from '#shared/people/workflow/executions.ts';
import { runOf, withNextRun, withoutWait } from '#shared/people/workflow/runs.ts';
import { placeOf } from '#shared/people/workflow/standing.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';

export interface ExecutionEndedDeps {
  readonly store: Store;
  readonly worldFor: WorldFor;
  readonly clock: Clock;
}

/**
 * Leaves the start to the sweep, so that a machine that fails whatever it is given is tried once an hour. Told twice,
 * or late, it changes nothing: the item's run is another by then.
 */
export async function executionEnded(
  { store, worldFor, clock }: ExecutionEndedDeps,
  { applicantId, rotationId, run }: RunInput,
): Promise<'replaced' | 'not-needed'> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const item = await store.read('applicant', applicantId);
    if (!item || runOf(item, rotationId) !== run) return 'not-needed';
    const isOpen = placeOf(item, rotationId, worldFor(item.cohortId)) !== undefined;
    const after = isOpen
      ? withNextRun(item, rotationId, clock.now())
      : withoutWait(item, rotationId);
    if (after === item) return 'not-needed';
    if ((await store.write(after)).written) return isOpen ? 'replaced' : 'not-needed';
  }
  throw new Error('The end of an execution could not be written: too many writers at once.');
}
