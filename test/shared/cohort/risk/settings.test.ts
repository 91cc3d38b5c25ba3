import { expect, test } from 'vitest';
import { riskSettingsSchema } from '#shared/cohort/risk/settings.ts';
import { DEFAULT_THRESHOLDS } from '#shared/cohort/risk/thresholds.ts';
import { MONDAY } from '../../../cast.ts';

test('thresholds set before a bound was added have its default, and no change that nobody made', () => {
  const { candidateDays, ...older } = DEFAULT_THRESHOLDS;
  const change = { id: 'c1', at: MONDAY, by: 'Dana', reason: 'ours', before: { silentDays: 30 } };
  const stored = { version: 1, thresholds: { ...older, silentDays: 40 }, changes: [change] };
  const read = riskSettingsSchema.parse(stored);
  expect(read.thresholds).toEqual({ ...DEFAULT_THRESHOLDS, silentDays: 40 });
  expect(read.changes).toEqual([change]);
});
