/** A rotation's case log: counts by procedure, role, and day. It contains nothing about patients. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import { procedureSchema } from './patient-data.ts';

/** Four full months of ten cases a working day, twice over; a day of one kind takes sixteen bytes of the item. */
export const CASES_MAX = 2000;
/** Kinds of procedure, each hands-on or observed, over all rotations. */
export const PROCEDURES_MAX = 160;

/** Hands-on and observed cases are never added up. */
export const roleSchema = z.enum(['hands-on', 'observed']);
export type Role = z.infer<typeof roleSchema>;

/** One entry per kind with all its days: a day takes sixteen bytes, so that a whole season fits in the item. */
export const casesSchema = z.strictObject({
  procedure: procedureSchema,
  role: roleSchema,

  days: z.record(daySchema, z.int().min(1).max(CASES_MAX)),
});
export type Cases = z.infer<typeof casesSchema>;

export function totalOf(log: readonly Cases[]): number {
  return log.flatMap(({ days }) => Object.values(days)).reduce((sum, count) => sum + count, 0);
}

/** Most frequent first. */
export function casesIn(log: readonly Cases[], role: Role): Cases[] {
  return log
    .filter((cases) => cases.role === role)
    .toSorted((a, b) => totalOf([b]) - totalOf([a]) || (a.procedure < b.procedure ? -1 : 1));
}
