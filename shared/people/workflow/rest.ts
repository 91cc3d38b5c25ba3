/** When a person must be visited again. Perhaps early, never late. */
import { LONGEST_REST_MS } from '#shared/base/limits.ts';
import { type Instant, plusMs, soonest } from '#shared/base/time/instant.ts';
import { nextTimeMove } from '#shared/plan/moves/pass-time.ts';
import type { World } from '#shared/world/world.ts';
import { withOutlook } from '../outlook/look-ahead.ts';
import type { Applicant } from '../person/applicant.ts';
import { runStatesOf } from './runs.ts';
import type { Workflow } from './workflow.ts';

/** How long a time move, a signal or a start is left to the execution before the sweep makes it. */
export const WORKFLOW_GRACE_MS = 3_600_000;

/** Due at the earliest of: next email, next standing, next time move past the grace, a week, and an hour while an execution is behind. */
export function rest(
  applicant: Applicant,
  nextEmailAt: Instant | undefined,
  workflow: Workflow,
  world: World,
  now: Instant,
): Applicant {
  const seen = withOutlook(applicant, world, now);
  const timeMove = nextTimeMove(applicant.facts, world);
  const reasons = [
    plusMs(now, LONGEST_REST_MS),
    ...(nextEmailAt ? [nextEmailAt] : []),
    ...(seen.outlook?.changesAt ? [seen.outlook.changesAt] : []),
    ...(timeMove ? [plusMs(timeMove.at, workflow.graceMs)] : []),
    ...(workflow.followsRotations && !isFollowed(applicant, world)
      ? [plusMs(now, WORKFLOW_GRACE_MS)]
      : []),
  ] as const;
  return { ...seen, failures: 0, dueAt: soonest(...reasons) };
}

function isFollowed(applicant: Applicant, world: World): boolean {
  return runStatesOf(applicant, world).every(({ state }) => state === 'follows');
}
