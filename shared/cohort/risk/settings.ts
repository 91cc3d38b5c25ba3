/** A cohort's own thresholds: who changed which, when, and why. Every report names the version. */
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import { idSchema, lineSchema, noteSchema } from '#shared/base/text.ts';
import { type Instant, instantSchema } from '#shared/base/time/instant.ts';
import { DEFAULT_THRESHOLDS, type Thresholds, thresholdsSchema } from './thresholds.ts';

/** Two changes a month for a year. */
const RISK_CHANGES_KEPT_MAX = 24;

const changeSchema = z.strictObject({
  /** The form's id: the same form sent twice is one change. */
  id: idSchema,
  at: instantSchema,
  by: lineSchema,
  reason: noteSchema,
  /** The changed thresholds as they were. */
  before: thresholdsSchema.partial(),
});

export type RiskChangeMade = z.infer<typeof changeSchema>;

export const riskSettingsSchema = z.strictObject({
  version: z.int().min(1),
  thresholds: thresholdsSchema.extend({
    // Some cohorts set theirs before this threshold existed.
    candidateDays: thresholdsSchema.shape.candidateDays.default(DEFAULT_THRESHOLDS.candidateDays),
  }),
  /** Newest last. */
  changes: z.array(changeSchema).max(RISK_CHANGES_KEPT_MAX),
});
export type RiskSettings = z.infer<typeof riskSettingsSchema>;

export function thresholdsOf(settings: RiskSettings | undefined): Thresholds {
  return settings?.thresholds ?? DEFAULT_THRESHOLDS;
}

/** 0 for the defaults. */
export function versionOf(settings: RiskSettings | undefined): number {
  return settings?.version ?? 0;
}

export interface RiskChange {
  readonly id: string;
  readonly by: string;
  readonly reason: string;
  readonly thresholds: Thresholds;
  /** The version on the form. */
  readonly seen: number;
}

/** `replayed`: this form was already applied. `stale`: someone else changed them in the meantime. */
export type RiskRefusal = 'replayed' | 'stale' | 'nothing-changed';

export function changeThresholds(
  settings: RiskSettings | undefined,
  { id, by, reason, thresholds, seen }: RiskChange,
  now: Instant,
): Result<RiskSettings, RiskRefusal> {
  const changes = settings?.changes ?? [];
  if (changes.some((change) => change.id === id)) return failure('replayed');
  if (seen !== versionOf(settings)) return failure('stale');
  const present = thresholdsOf(settings);
  const names = Object.keys(present) as (keyof Thresholds)[];
  const changed = names.filter((name) => present[name] !== thresholds[name]);
  if (changed.length === 0) return failure('nothing-changed');
  const before = Object.fromEntries(changed.map((name) => [name, present[name]]));
  return success({
    version: versionOf(settings) + 1,
    thresholds,
    changes: [...changes, { id, at: now, by, reason, before }].slice(-RISK_CHANGES_KEPT_MAX),
  });
}
