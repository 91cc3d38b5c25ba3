/** A cohort's own thresholds: who changed which, when and why. The version stands on every report. */
import * as z from 'zod';
import { RISK_CHANGES_KEPT_MAX } from '../../limits.ts';
import { idSchema, lineSchema, noteSchema } from '../../text.ts';
import { instantSchema } from '../../time/instant.ts';
import { DEFAULT_THRESHOLDS, type Thresholds, thresholdsSchema } from './thresholds.ts';

const changeSchema = z.strictObject({
  /** The form's id: the same form sent twice is one change. */
  id: idSchema,
  at: instantSchema,
  by: lineSchema,
  reason: noteSchema,
  /** What it was before, of what was changed. */
  before: thresholdsSchema.partial(),
});

export const riskSettingsSchema = z.strictObject({
  version: z.int().min(1),
  thresholds: thresholdsSchema,
  /** Newest last. */
  changes: z.array(changeSchema).max(RISK_CHANGES_KEPT_MAX),
});
export type RiskSettings = z.infer<typeof riskSettingsSchema>;

export function thresholdsOf(settings: RiskSettings | undefined): Thresholds {
  return settings?.thresholds ?? DEFAULT_THRESHOLDS;
}
