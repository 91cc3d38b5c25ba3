/** Alice with one rotation at Brown, and what her execution waits for. */

import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant, Run } from '#shared/people/person/applicant.ts';
import type { PlanEvent } from '#shared/plan/facts/events.ts';
import type { RotationPlan } from '#shared/plan/facts/rotation.ts';
import { alice } from '../../../cast.ts';
import { acceptedAtBrown, aliceFacts, BROWN, NOVEMBER, storyOf } from '../../plan/moves/stories.ts';

export const FIRST_WAIT = { token: 'token-1', at: `${NOVEMBER}#000`, stage: 'identify' } as const;

/** Without dates no calendar can move her rotation: it waits for a person alone. */
const { dates: DATES, ...UNDATED } = BROWN;

/** Her rotation `r1` on the list, with whatever her item remembers of its execution. */
export function aliceWith(run?: Run, events: readonly PlanEvent[] = []): Applicant {
  const reported = events.reduce((story, event) => story.report(NOVEMBER, event), storyOf(UNDATED));
  return alice({ facts: reported.facts, ...(run && { runs: { r1: run } }) });
}

/** Accepted; her rotation starts on 5 July 2027, midnight in New York. */
export function aliceAccepted(run?: Run, plan?: RotationPlan): Applicant {
  const { facts } = acceptedAtBrown(plan, aliceFacts());
  return alice({ facts, ...(run && { runs: { r1: run } }) });
}

export const START: Instant = '2027-07-05T04:00:00.000Z';
export const APPLIED: PlanEvent = {
  type: 'applied',
  rotationId: 'r1',
  ...(DATES && { dates: DATES }),
};
