/** The case log of a rotation: how often which kind of procedure, hands-on or observed, on which day. Never of whom. */
import * as z from 'zod';
import { CASES_MAX, PROCEDURES_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { procedureSchema } from './patient-data.ts';
import { type PlanRefusal, refusals } from './refusals.ts';

/** What one did oneself, and what one watched, are never added up. */
export const roleSchema = z.enum(['hands-on', 'observed']);
export type Role = z.infer<typeof roleSchema>;

/** All days of one kind together: a day costs sixteen bytes, so that a whole season fits into a person's item. */
export const casesSchema = z.strictObject({
  procedure: procedureSchema,
  role: roleSchema,
  /** Cases on each day. */
  days: z.record(daySchema, z.int().min(1).max(CASES_MAX)),
});
export type Cases = z.infer<typeof casesSchema>;

/** A person's rotations, as far as this file looks at them. */
interface Logged {
  readonly cases?: readonly Cases[];
}

export interface CaseCount {
  readonly procedure: string;
  readonly role: Role;
  readonly on: z.infer<typeof daySchema>;
  /** As it stands now for this day, procedure and role; 0 takes it out. */
  readonly count: number;
}

/**
 * The log with one day's count set. Setting and not adding: the same form sent twice, or a slip mended, is one number.
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

/** How many cases, of whatever kind. */
export function totalOf(log: readonly Cases[]): number {
  return log.flatMap(({ days }) => Object.values(days)).reduce((sum, count) => sum + count, 0);
}

/** What was done in one role, most often first. */
export function casesIn(log: readonly Cases[], role: Role): Cases[] {
  return log
    .filter((cases) => cases.role === role)
    .toSorted((a, b) => totalOf([b]) - totalOf([a]) || (a.procedure < b.procedure ? -1 : 1));
}
