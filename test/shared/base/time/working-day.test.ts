import { expect, test } from 'vitest';
import { workingDayBy } from '#shared/base/time/working-day.ts';

test.each([
  ['2026-11-23', '2026-11-23', 'a Monday'],
  ['2026-11-22', '2026-11-20', 'a Sunday'],
  ['2027-07-04', '2027-07-02', 'Independence Day, a Sunday'],
  ['2026-12-26', '2026-12-24', 'the Saturday after Christmas'],
  ['2027-01-01', '2026-12-31', 'New Year'],
  ['2028-05-01', '2028-04-28', 'a Monday on which most countries rest'],
  ['2027-07-05', '2027-07-02', 'the Monday on which that Independence Day is observed'],
  ['2026-07-03', '2026-07-02', 'the Friday before an Independence Day on a Saturday'],
  ['2027-12-31', '2027-12-30', 'the Friday before a New Year on a Saturday'],
  ['2026-11-26', '2026-11-25', 'Thanksgiving'],
  ['2027-11-25', '2027-11-24', 'Thanksgiving a year later'],
  ['2026-11-27', '2026-11-27', 'the Friday after Thanksgiving'],
  ['2027-01-18', '2027-01-15', 'Martin Luther King Day'],
  ['2027-02-15', '2027-02-12', 'Presidents’ Day'],
  ['2027-05-31', '2027-05-28', 'Memorial Day'],
  ['2027-06-19', '2027-06-17', 'Juneteenth, a Saturday, observed the day before'],
  ['2027-09-06', '2027-09-03', 'Labor Day'],
  ['2027-10-11', '2027-10-08', 'Columbus Day'],
  ['2027-11-11', '2027-11-10', 'Veterans Day'],
  ['2027-11-18', '2027-11-18', 'the Thursday before Thanksgiving'],
  ['2027-05-24', '2027-05-24', 'the Monday before Memorial Day'],
  ['2028-02-29', '2028-02-29', 'a leap day, a Tuesday'],
] as const)('by %s an office is open on %s: %s', (day, open, _why) => {
  expect(workingDayBy(day)).toBe(open);
});
