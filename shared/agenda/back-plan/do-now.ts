/** For a late starter: what to begin today, in the order of what can still be saved. */
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import type { BackPlan, PlannedStep } from './back-plan.ts';

export interface DoNow {
  readonly step: PlannedStep;
  /** Days from today after which it can no longer be saved; absent where that is not known. */
  readonly daysLeft?: number;
  /** False for a step of a rotation whose dates can no longer be met. */
  readonly canBeSaved: boolean;
}

/**
 * Late steps that nothing else holds up, nearest to being lost first; then what must be found out; last, what belongs to
 * a plan that can no longer be done as it is.
 */
export function doNow(plans: readonly BackPlan[], today: Day): DoNow[] {
  return plans
    .flatMap((plan) =>
      plan.steps
        .filter(
          ({ state, waitsFor }) =>
            ['late', 'impossible', 'ask'].includes(state) && waitsFor.length === 0,
        )
        .map((step): DoNow => {
          const canBeSaved = plan.impossible === undefined;
          if (!step.lastBegin) return { step, canBeSaved };
          return { step, canBeSaved, daysLeft: daysBetween(today, step.lastBegin) };
        }),
    )
    .toSorted((a, b) => Number(b.canBeSaved) - Number(a.canBeSaved) || rest(a) - rest(b));
}

function rest({ daysLeft }: DoNow): number {
  return daysLeft ?? Number.MAX_SAFE_INTEGER;
}
