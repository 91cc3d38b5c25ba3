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

/** `Hands-on, 14: embolization 9, biopsy 5` and `Observed, 3: TIPS 3` */
export function caseList(log: readonly Cases[]): string[] {
  return (['hands-on', 'observed'] as const).flatMap((role) => {
    const cases = casesIn(log, role);
    if (cases.length === 0) return [];
    const kinds = cases.map((each) => `${each.procedure} ${totalOf([each])}`).join(', ');
    return [`${ROLE_WORDS[role]}, ${totalOf(cases)}: ${kinds}`];
  });
}

const ROLE_WORDS: Readonly<Record<Role, string>> = { 'hands-on': 'Hands-on', observed: 'Observed' };

/** Suggestions for the case log, from the case mix in the guide. Any other kind may be entered. */
export const COMMON_PROCEDURES: readonly string[] = [
  'angiography',
  'angioplasty or stent',
  'embolization',
  'GI bleeding embolization',
  'trauma embolization',
  'IVC filter',
  'venous access',
  'TACE',
  'TARE (Y-90)',
  'ablation',
  'biopsy',
  'drainage',
  'biliary drainage',
  'nephrostomy',
  'TIPS or portal intervention',
  'paracentesis or thoracentesis',
];
