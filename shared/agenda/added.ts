/** Since when a matter is on the plan: nobody is blamed for a day before that. */
import { type Day, earliest } from '#shared/base/time/day.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { dayShown, type Matter } from './matter.ts';

/** A matter of the whole plan is on it since its first rotation; the day of an old rotation is not known. */
export function onPlanSince({ about }: Matter, { rotations }: Facts): Day | undefined {
  const own = rotations.find(({ id }) => id === about.rotationId);
  if (own) return own.addedOn;
  const [first, ...others] = rotations.flatMap(({ addedOn }) => addedOn ?? []);
  return first && earliest(first, ...others);
}

/** The day that is shown was over before it was on the plan. */
export function wasBeforePlan(matter: Matter, facts: Facts): boolean {
  const shown = dayShown(matter);
  const since = onPlanSince(matter, facts);
  return shown !== undefined && since !== undefined && shown < since;
}
