/** One day's count in the case log. */

import { failure, type Result, success } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import { CASES_MAX, type Cases, PROCEDURES_MAX, type Role, totalOf } from '../facts/cases.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';

interface Logged {
  readonly cases?: readonly Cases[];
}

export interface CaseCount {
  readonly procedure: string;
  readonly role: Role;
  readonly on: Day;
  /** The total for this day, procedure, and role; 0 removes it. */
  readonly count: number;
}

/**
 * Sets one day's count instead of adding to it, so that a form sent twice counts once.
 * @param others the person's other rotations, since the limits are per person
 */
export function countCases(
  log: readonly Cases[],
  others: readonly Logged[],
  counted: CaseCount,
): Result<Cases[], PlanRefusal> {
  const { procedure, role, on, count } = counted;
  const isSame = (each: Cases) =>
    each.role === role && each.procedure.toLowerCase() === procedure.toLowerCase();
  const known = log.find(isSame);
  const { [on]: _, ...otherDays } = known?.days ?? {};
  const days = count > 0 ? { ...otherDays, [on]: count } : otherDays;
  const cases = [
    ...log.filter((each) => !isSame(each)),
    ...(Object.keys(days).length > 0
      ? [{ procedure: known?.procedure ?? procedure, role, days }]
      : []),
  ];
  const all = [...others.flatMap((other) => other.cases ?? []), ...cases];
  if (count > 0 && totalOf(all) > CASES_MAX) return failure(refusals.tooManyCases(CASES_MAX));
  if (count > 0 && all.length > PROCEDURES_MAX) {
    return failure(refusals.tooManyProcedures(PROCEDURES_MAX));
  }
  return success(cases);
}
