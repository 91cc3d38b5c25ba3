/** A cohort: the applicants one team advises. Its people are found by the store's cohort index, not listed here. */
import * as z from 'zod';
import { idSchema, lineSchema } from '#shared/base/text.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import { riskSettingsSchema } from './risk/settings.ts';

/** A large school's whole office. */
const ADVISORS_PER_COHORT_MAX = 100;

export const cohortSchema = z.strictObject({
  kind: z.literal('cohort'),
  id: idSchema,
  version: z.int().min(0),
  name: lineSchema,
  createdAt: instantSchema,
  /** Whom to email about it. Who may open it is written in each advisor's own item. */
  advisorIds: z.array(idSchema).max(ADVISORS_PER_COHORT_MAX),
  /** From when its people count as at risk; absent while nobody has changed the defaults. */
  risk: riskSettingsSchema.exactOptional(),
});
export type Cohort = z.infer<typeof cohortSchema>;

/** A new cohort that nobody advises yet. */
export function newCohort(of: Pick<Cohort, 'id' | 'name'>, now: Cohort['createdAt']): Cohort {
  return { kind: 'cohort', version: 0, createdAt: now, advisorIds: [], ...of };
}
