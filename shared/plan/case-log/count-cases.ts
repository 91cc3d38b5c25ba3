/** One day's count in the case log. */

import { failure, type Result, success } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import { CASES_MAX, type Cases, PROCEDURES_MAX, type Role, totalOf } from '../facts/cases.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';

/** A person's rotations, as far as this file looks at them. */
interface Logged {
  readonly cases?: readonly Cases[];
}

export interface CaseCount {
  readonly procedure: string;
  readonly role: Role;
  readonly on: Day;
  /** As it stands now for this day, procedure and role; 0 takes it out. */
  readonly count: number;
}

/**
 * The log with one day's count set. Setting and not adding: the same form sent twice, or a slip fixed, is one number.
 *
 * @param others the person's other rotations: the bounds are the person's
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
