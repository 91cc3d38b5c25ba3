import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Day,
  daySchema,
  daysBetween,
  isDay,
  plusDays,
  plusMonths,
  weekdayOf,
} from '#shared/base/time/day.ts';

const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => plusDays('2000-01-01', days));

test('months are calendar months, clamped to the month’s end', () => {
  expect(plusMonths('2028-05-31', -3)).toBe('2028-02-29');
  expect(plusMonths('2027-05-31', -3)).toBe('2027-02-28');
  expect(plusMonths('2027-07-05', -9)).toBe('2026-10-05');
});

test('days there and back again are the same day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, days) => {
      expect(plusDays(plusDays(day, days), -days)).toBe(day);
      expect(daysBetween(day, plusDays(day, days))).toBe(days);
    }),
  );
});

test('a clock change does not lengthen or shorten a count of days', () => {
  expect(daysBetween('2027-03-13', '2027-03-15')).toBe(2);
  expect(daysBetween('2027-11-06', '2027-11-08')).toBe(2);
});

test('a week later is the same weekday', () => {
  fc.assert(fc.property(anyDay, (day) => weekdayOf(plusDays(day, 7)) === weekdayOf(day)));
});

test('what is not a day is not taken for one', () => {
  for (const text of ['2027-02-30', '2027-2-3', '27-02-03', '2027-02-03T00:00', '', 'tomorrow']) {
    expect(isDay(text)).toBe(false);
  }
});

test('a day in 1899 is a typing slip and is named as one', () => {
  const parsed = daySchema.safeParse('1899-12-31' as Day);
  expect(parsed.error?.issues[0]?.message).toBe('is outside 2000-01-01 to 2100-12-31');
});
