import { expect, test } from 'vitest';
import { workingDayBy } from '#shared/base/time/working-day.ts';

test.each([
  ['2026-11-23', '2026-11-23', 'a Monday'],
  ['2026-11-22', '2026-11-20', 'a Sunday'],
  ['2027-07-04', '2027-07-02', 'Independence Day, a Sunday'],
  ['2026-12-26', '2026-12-24', 'the Saturday after Christmas'],
  ['2027-01-01', '2026-12-31', 'New Year'],
  ['2028-05-01', '2028-04-28', 'a Monday on which most countries rest'],
  ['2028-02-29', '2028-02-29', 'a leap day, a Tuesday'],
] as const)('by %s an office is open on %s: %s', (day, open, _why) => {
  expect(workingDayBy(day)).toBe(open);
});
