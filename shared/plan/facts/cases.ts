/** The case log of a rotation: how often which kind of procedure, hands-on or observed, on which day. Never of whom. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import { procedureSchema } from './patient-data.ts';

/** Four full months of ten cases a working day, twice over; a day of one kind takes sixteen bytes of the item. */
export const CASES_MAX = 2000;
/** Kinds of procedure, each hands-on or observed, over all rotations. */
export const PROCEDURES_MAX = 160;

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
