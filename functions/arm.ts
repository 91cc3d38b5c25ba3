/** The loop's one decision, made again whenever an execution begins or wakes. Design section 7. */
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import type { Executions } from '#shared/people/workflow/executions.ts';
import { look } from '#shared/people/workflow/look.ts';
import type { ArmAnswer, ArmRequest, OverWhy } from '#shared/people/workflow/messages.ts';
import type { Workflow } from '#shared/people/workflow/workflow.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { writeApplicant } from './store/write-applicant.ts';

export interface ArmDeps {
  readonly store: Store;
  readonly worldFor: WorldFor;
  readonly clock: Clock;
  readonly executions: Executions;
  readonly workflow: Workflow;
  readonly waitSecondsMax: number;
}

/**
 * Reads the item, commits what time owes it, and answers where the execution waits next. Throws after too many lost
 * races; the machine tries again.
 */
export async function arm(deps: ArmDeps, request: ArmRequest): Promise<ArmAnswer> {
  const { store, worldFor } = deps;
  const { input } = request;
  const over = (why: OverWhy): ArmAnswer => ({ ...input, next: 'over', why });

  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const now = deps.clock.now();
    const item = await store.read('applicant', input.applicantId);
    if (!item) return over('no-person');
    const seen = look(item, request, now, worldFor(item.cohortId), deps.waitSecondsMax);
    switch (seen.found) {
      case 'superseded':
        return over('superseded');
      case 'time-moves':
        if ((await writeApplicant(store, seen.commit, now)).written) {
          // The person's other rotations may have moved as well.
          await deps.workflow.tell(seen.commit);
        }
        break;
      case 'ended':
        if (!seen.commit || (await store.write(seen.commit)).written) return over('ended');
        break;
      case 'next-run':
        if ((await store.write(seen.commit)).written) {
          await deps.executions.start({ ...input, run: seen.run });
          return over('next-run');
        }
        break;
      case 'place': {
        const { stage, until = null } = seen.place;
        return { ...input, entries: input.entries + 1, next: stage, seconds: seen.seconds, until };
      }
    }
  }
  throw new Error('The rotation could not be looked at: too many writers at once.');
}
