/** An execution failed, was aborted, or ran out of time: its run is over, and the next sweep starts another. */
import { executionEndedSchema } from '#shared/people/workflow/messages.ts';
import { placeOf, runOf, withNextRun, withoutWait } from '#shared/people/workflow/runs.ts';
import type { RunInput } from '#shared/people/workflow/workflow.ts';
import type { WorldFor } from '#shared/world/world.ts';
import type { Log } from './adapters/log.ts';
import { type ChangePorts, change } from './change.ts';

interface ExecutionEndedDeps extends ChangePorts {
  readonly worldFor: WorldFor;
}

/** Leaves the start to the sweep, so that a machine that always fails is tried once an hour. Reported twice or late, it changes nothing. */
export async function executionEnded(
  deps: ExecutionEndedDeps,
  { applicantId, rotationId, run }: RunInput,
): Promise<'replaced' | 'not-needed'> {
  return change(deps, 'applicant', applicantId, (item, now) => {
    if (!item || runOf(item, rotationId) !== run) return { answer: 'not-needed' };
    if (placeOf(item, rotationId, deps.worldFor(item.cohortId))) {
      return { write: withNextRun(item, rotationId, now), answer: 'replaced' };
    }
    return { write: withoutWait(item, rotationId), answer: 'not-needed' };
  });
}

/** An end as the queue delivers it. Throws for any other event. */
export function hearEnd(
  deps: ExecutionEndedDeps & { readonly log: Log },
): (event: unknown) => Promise<void> {
  return async (event) => {
    const { detail } = executionEndedSchema.parse(event);
    const { applicantId: personId, rotationId } = detail.input;
    const code = await executionEnded(deps, detail.input);
    deps.log('warn', 'execution-ended', { personId, rotationId, reason: detail.status, code });
  };
}
