/** The applicants that one team advises. They are found by the store's cohort index, not listed here. */
import * as z from 'zod';
import { idSchema, lineSchema } from '#shared/base/text.ts';
import { instantSchema } from '#shared/base/time/instant.ts';

/** The whole office of a large school. */
const ADVISORS_PER_COHORT_MAX = 100;

// Not strict: an earlier release kept thresholds of their own here, which are left out.
export const cohortSchema = z.object({
  kind: z.literal('cohort'),
  id: idSchema,
  version: z.int().min(0),
  name: lineSchema,
  createdAt: instantSchema,
  /** Whom to email about it. Permissions are in each advisor's own item. */
  advisorIds: z.array(idSchema).max(ADVISORS_PER_COHORT_MAX),
});
export type Cohort = z.infer<typeof cohortSchema>;

export function newCohort(of: Pick<Cohort, 'id' | 'name'>, now: Cohort['createdAt']): Cohort {
  return { kind: 'cohort', version: 0, createdAt: now, advisorIds: [], ...of };
}
