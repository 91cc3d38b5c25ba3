/** The applicants that one team advises. They are found by the store's cohort index, not listed here. */
import * as z from 'zod';
import { idSchema, lineSchema } from '#shared/base/text.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import { riskSettingsSchema } from './risk/settings.ts';

/** The whole office of a large school. */
const ADVISORS_PER_COHORT_MAX = 100;

export const cohortSchema = z.strictObject({
  kind: z.literal('cohort'),
  id: idSchema,
  version: z.int().min(0),
  name: lineSchema,
  createdAt: instantSchema,
  /** Whom to email about it. Permissions are in each advisor's own item. */
  advisorIds: z.array(idSchema).max(ADVISORS_PER_COHORT_MAX),
  /** Absent while the defaults apply. */
  risk: riskSettingsSchema.exactOptional(),
});
export type Cohort = z.infer<typeof cohortSchema>;

export function newCohort(of: Pick<Cohort, 'id' | 'name'>, now: Cohort['createdAt']): Cohort {
  return { kind: 'cohort', version: 0, createdAt: now, advisorIds: [], ...of };
}
