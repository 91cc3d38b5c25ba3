import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Day,
  daySchema,
  daysBetween,
  isDay,
  mondayOf,
  plusDays,
  plusMonths,
  weekdayOf,
} from '#shared/base/time/day.ts';

const FIRST_NOON = new Date(1600, 0, 1, 12);
const DAYS_OF_800_YEARS = 292_194;

const anyDay = fc.integer({ min: 0, max: DAYS_OF_800_YEARS }).map(dayNumbered);

test('each of the days from 1600 to 2400 is the runtime’s', () => {
  for (let n = 0; n <= DAYS_OF_800_YEARS; n += 1) {
    const date = new Date(Date.UTC(1600, 0, 1 + n));
    const day = plusDays('1600-01-01', n);
    if (day !== date.toISOString().slice(0, 10)) expect.fail(`${day} is not ${date.toISOString()}`);
    if (weekdayOf(day) !== date.getUTCDay())
      expect.fail(`${day} is not weekday ${date.getUTCDay()}`);
    if (daysBetween(day, '1600-01-01') !== -n)
      expect.fail(`${day} is not ${n} days after 1600-01-01`);
  }
});

test('days, months, and distances are those of date-fns', () => {
  const count = fc.integer({ min: -3000, max: 3000 });
  fc.assert(
    fc.property(anyDay, anyDay, count, (day, other, number) => {
      expect(plusDays(day, number)).toBe(written(addDays(noonOf(day), number)));
      expect(plusMonths(day, number)).toBe(written(addMonths(noonOf(day), number)));
      expect(daysBetween(day, other)).toBe(differenceInCalendarDays(noonOf(other), noonOf(day)));
    }),
    { numRuns: 2000 },
  );
});

test('a day is real where the runtime does not read it as another', () => {
  const year = fc.integer({ min: 1600, max: 2400 });
  const two = fc.integer({ min: 0, max: 40 }).map((value) => String(value).padStart(2, '0'));
  fc.assert(
    fc.property(year, two, two, (y, month, dayOfMonth) => {
      const text = `${y}-${month}-${dayOfMonth}`;
      const date = new Date(Date.UTC(y, Number(month) - 1, Number(dayOfMonth)));
      expect(isDay(text)).toBe(date.toISOString().startsWith(text));
    }),
    { numRuns: 5000 },
  );
});

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

test('the Monday of a week is its first day', () => {
  expect(['2027-03-01', '2027-03-07'].map((day) => mondayOf(day as Day))).toEqual([
    '2027-03-01',
    '2027-03-01',
  ]);
  fc.assert(
    fc.property(anyDay, (day) => {
      const since = daysBetween(mondayOf(day), day);
      return weekdayOf(mondayOf(day)) === 1 && since >= 0 && since < 7;
    }),
  );
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

function dayNumbered(n: number): Day {
  return written(addDays(FIRST_NOON, n));
}

function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00`);
}

function written(date: Date): Day {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day;
}
