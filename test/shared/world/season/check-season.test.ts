import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { checkSeason } from '#shared/world/season/check-season.ts';
import type { SeasonRow } from '#shared/world/season/events.ts';
import { PUBLISHED_CALENDAR } from '#shared/world/season/season.ts';

const opens = row('eras-opens', '2028-06-07', 'Wed');
const submits = row('eras-submit-opens', '2028-09-06', 'Wed');
const matchDay = row('match-day', '2029-03-16', 'Fri');

describe('a season is sound', () => {
  test('when its events come one after another', () => {
    expect(checkSeason(2029, [opens, submits, matchDay])).toEqual([]);
  });

  test('in whatever order the file has them', () => {
    expect(checkSeason(2029, [matchDay, opens, submits])).toEqual([]);
  });

  test('when it lacks events', () => {
    expect(checkSeason(2029, [matchDay])).toEqual([]);
  });

  test('as published', () => {
    for (const [season, rows] of PUBLISHED_CALENDAR) expect(checkSeason(season, rows)).toEqual([]);
  });
});

describe('a season is not sound', () => {
  test('when a weekday is another day’s', () => {
    expect(checkSeason(2029, [opens, { ...submits, weekday: 'Tue' }])).toEqual([
      'line 3: weekday is Tue, but 2028-09-06 is a Wed',
    ]);
  });

  test('when an event is not after the one before it', () => {
    const early = row('programs-review-opens', '2028-08-30', 'Wed');
    expect(checkSeason(2029, [opens, submits, early])).toEqual([
      'line 4: day of programs-review-opens is 2028-08-30, not after eras-submit-opens (2028-09-06)',
    ]);
  });

  test('when it tells an event twice', () => {
    expect(checkSeason(2029, [opens, opens])).toEqual([
      'line 3: event eras-opens is also on line 2',
    ]);
  });

  test('when it is another year’s', () => {
    expect(checkSeason(2031, [{ ...opens, season: 2031 }, matchDay])).toEqual([
      'line 2: day 2028-06-07 is not in 2030 or 2031',
      'line 3: season is 2029, but the file holds 2031',
      'line 3: day 2029-03-16 is not in 2030 or 2031',
    ]);
  });
});

function row(event: SeasonRow['event'], day: Day, weekday: SeasonRow['weekday']): SeasonRow {
  return {
    season: 2029,
    event,
    day,
    weekday,
    source: 'https://example.org/calendar',
    checkedOn: '2027-01-05',
    certainty: 'official',
  };
}
