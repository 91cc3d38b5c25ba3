import { describe, expect, test } from 'vitest';
import { SEASON_EVENT_NAMES } from '../../../shared/season/events.ts';
import { estimateDates } from '../../../shared/season/pattern.ts';
import {
  CALENDAR,
  instantOfSeasonDate,
  seasonBanner,
  seasonOf,
} from '../../../shared/season/season.ts';
import { daysBetween } from '../../../shared/time/day.ts';

describe('the calendar', () => {
  test('holds sixty dates of five seasons, each with a source and the day it was checked', () => {
    const dates = [...CALENDAR.values()].flat();
    expect([...CALENDAR.keys()]).toEqual([2024, 2025, 2026, 2027, 2028]);
    expect(dates).toHaveLength(60);
    expect(dates.every(({ source, checkedOn }) => source !== '' && checkedOn >= '2026-05-17')).toBe(
      true,
    );
    expect(new Set(dates.map(({ event }) => event)).size).toBe(SEASON_EVENT_NAMES.length);
  });

  test('says of 2028 that nothing is published', () => {
    const { dates } = seasonOf(2028);
    expect(dates['eras-submit-opens']).toMatchObject({ day: '2027-09-01', certainty: 'estimated' });
    expect(seasonBanner(seasonOf(2028))).toContain(
      'Not all dates of the 2028 season are published',
    );
  });

  test('says of 2026 what is official', () => {
    const { dates } = seasonOf(2026);
    expect(dates['programmes-review-opens']).toMatchObject({
      day: '2025-09-24',
      certainty: 'official',
    });
    expect(seasonBanner(seasonOf(2026))).toBeUndefined();
  });
});

describe('the pattern', () => {
  test('gives every submit, opening, review and Match date that was found from 2024 to 2027', () => {
    const compared = [2024, 2025, 2026, 2027].flatMap((season) =>
      estimateDates(season).flatMap((estimated) => {
        const found = CALENDAR.get(season)?.find(({ event }) => event === estimated.event);
        if (!found || found.certainty === 'estimated') return [];
        return [{ event: estimated.event, estimated: estimated.day, found: found.day }];
      }),
    );
    expect(compared.length).toBeGreaterThan(14);
    expect(compared.filter(({ estimated, found }) => estimated !== found)).toEqual([]);
  });

  test('estimates a season nobody knows, and says so on every date and in the banner', () => {
    const season = seasonOf(2031);
    expect(season.estimated).toBe(true);
    expect(Object.values(season.dates).every(({ certainty }) => certainty === 'estimated')).toBe(
      true,
    );
    expect(season.dates['eras-submit-opens']?.day).toBe('2030-09-04');
    expect(season.dates['match-day']?.day).toBe('2031-03-21');
    expect(seasonBanner(season)).toContain('No dates of the 2031 season are known');
  });

  test('fills what a known season lacks and overrides nothing it has', () => {
    const season = seasonOf(2025);
    expect(season.dates['programmes-review-opens']?.certainty).toBe('official');
    const opens = season.dates['eras-opens'];
    const submits = season.dates['eras-submit-opens'];
    expect(opens && submits && daysBetween(opens.day, submits.day)).toBe(91);
  });
});

describe('a date without a clock time', () => {
  const day = {
    day: '2027-09-22',
    weekday: 'Wed',
    certainty: 'estimated',
    source: 'x',
    checkedOn: '2026-11-23',
  } as const;

  test('counts from the day’s first Eastern moment when something opens', () => {
    expect(instantOfSeasonDate({ ...day, event: 'programmes-review-opens' })).toBe(
      '2027-09-22T04:00:00.000Z',
    );
  });

  test('counts until its last minute when something closes', () => {
    expect(instantOfSeasonDate({ ...day, event: 'eras-closes' })).toBe('2027-09-23T03:59:00.000Z');
  });

  test('with one counts to the minute', () => {
    expect(instantOfSeasonDate({ ...day, event: 'eras-closes', timeEt: '17:00' })).toBe(
      '2027-09-22T21:00:00.000Z',
    );
  });
});
