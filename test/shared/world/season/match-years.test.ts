import { expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { matchYearsAt } from '#shared/world/season/match-years.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';

const years = (today: Day) => matchYearsAt(PUBLISHED_WORLD, today);

test('the running season counts until its Match Day', () => {
  const matchDay = PUBLISHED_WORLD.season(2027).dates['match-day']?.day;
  expect(matchDay).toBe('2027-03-19');
  expect(years('2026-11-28')).toEqual([2027, 2028, 2029]);
  expect(years('2027-03-19')).toEqual([2027, 2028, 2029]);
  expect(years('2027-03-20')).toEqual([2028, 2029, 2030]);
});
