/** The loop's one decision, made again whenever an execution starts or wakes. */
import type { ArmAnswer, ArmRequest, OverWhy } from '#shared/people/workflow/messages.ts';
import { whereNext } from '#shared/people/workflow/where-next.ts';
import type { Executions, Workflow } from '#shared/people/workflow/workflow.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { type ChangePorts, change } from './change.ts';

interface ArmDeps extends ChangePorts {
  readonly worldFor: WorldFor;
  readonly executions: Executions;
  readonly workflow: Workflow;
  readonly waitSecondsMax: number;
}

export async function arm(deps: ArmDeps, request: ArmRequest): Promise<ArmAnswer> {
  const { input } = request;
  const over = (why: OverWhy): ArmAnswer => ({ ...input, next: 'over', why });

  const seen = await change(deps, 'applicant', input.applicantId, (item, now) => {
    if (!item) return { answer: undefined };
    const found = whereNext(item, request, now, deps.worldFor(item.cohortId), deps.waitSecondsMax);
    return 'commit' in found && found.commit
      ? { write: found.commit, answer: found }
      : { answer: found };
  });
  if (!seen) return over('no-person');
  switch (seen.found) {
    case 'time-moves':
      // The person's other rotations may have moved as well.
      await deps.workflow.notify(seen.commit);
      return arm(deps, request);
    case 'next-run':
      await deps.executions.start({ ...input, run: seen.run });
      return over('next-run');
    case 'place': {
      const { stage, until = null } = seen.place;
      return { ...input, entries: input.entries + 1, next: stage, seconds: seen.seconds, until };
    }
    default:
      return over(seen.found);
  }
}
