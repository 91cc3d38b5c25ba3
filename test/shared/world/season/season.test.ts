import { describe, expect, test } from 'vitest';
import {
  instantOfSeasonDate,
  PUBLISHED_CALENDAR,
  readSeason,
  type SeasonDate,
  seasonBanner,
  seasonOf,
} from '#shared/world/season/season.ts';

describe('a season with data', () => {
  test('tells its official dates with their source, and needs no banner', () => {
    const season = seasonOf(2026);
    expect(season.estimated).toBe(false);
    expect(season.dates['programs-review-opens']).toEqual({
      event: 'programs-review-opens',
      day: '2025-09-24',
      timeEt: '09:00',
      certainty: 'official',
      source:
        'https://students-residents.aamc.org/applying-residencies-eras/publication-chapters/eras-timeline',
      checkedOn: '2026-11-23',
    });
    expect(seasonBanner(season)).toBeUndefined();
  });

  test('that is half published says which dates may move', () => {
    const season = seasonOf(2027);
    expect(season.estimated).toBe(false);
    expect(season.dates['eras-submit-opens']?.certainty).toBe('secondary');
    expect(season.dates['match-day']).toMatchObject({ day: '2027-03-19', certainty: 'estimated' });
    expect(seasonBanner(season)).toContain('Not all dates of the 2027 Match are published');
  });

  test('of which nothing is published says so', () => {
    const season = seasonOf(2028);
    expect(season.estimated).toBe(true);
    expect(season.dates['eras-submit-opens']).toMatchObject({
      day: '2027-09-01',
      certainty: 'estimated',
      source: 'estimated from the pattern of 2023–2027',
    });
    expect(seasonBanner(season)).toContain('no published dates for the 2028 Match');
  });

  test('never leaves a date without words for its source', () => {
    for (const year of [...PUBLISHED_CALENDAR.keys(), 2029]) {
      for (const date of Object.values(seasonOf(year).dates)) {
        expect(date.source, `${year} ${date.event}`).not.toBe('');
      }
    }
  });
});

describe('what the calendar lacks', () => {
  test('is estimated when the pattern gives it, and counted from what is known', () => {
    const submits = {
      season: 2030,
      event: 'eras-submit-opens',
      day: '2029-09-12',
      weekday: 'Wed',
      source: 'https://example.org/calendar',
      checkedOn: '2028-11-01',
      certainty: 'official',
    };
    const season = seasonOf(2030, new Map([[2030, readSeason(2030, [submits])]]));
    expect(season.estimated).toBe(false);
    expect(season.dates['eras-submit-opens']?.certainty).toBe('official');
    expect(season.dates['programs-review-opens']).toMatchObject({
      day: '2029-10-03',
      certainty: 'estimated',
    });
  });

  test('stays unknown when no pattern gives it', () => {
    expect(seasonOf(2026).dates).not.toHaveProperty('rank-list-opens');
    expect(seasonOf(2029).dates).not.toHaveProperty('img-token-available');
  });

  test('a whole season: every date is estimated and says by what', () => {
    const season = seasonOf(2029);
    expect(season.estimated).toBe(true);
    expect(Object.keys(season.dates)).toHaveLength(6);
    for (const date of Object.values(season.dates)) {
      expect(date.certainty).toBe('estimated');
      expect(date.source).toBe('estimated from the pattern of 2023–2027');
    }
    expect(seasonBanner(season)).toContain('no published dates for the 2029 Match');
  });
});

describe('a date counts in Eastern time', () => {
  const date = (event: SeasonDate['event'], timeEt?: SeasonDate['timeEt']): SeasonDate => ({
    event,
    day: '2027-09-22',
    ...(timeEt && { timeEt }),
    certainty: 'official',
    source: 'https://example.org/calendar',
    checkedOn: '2026-11-23',
  });

  test('to the minute where a source states one', () => {
    expect(instantOfSeasonDate(date('programs-review-opens', '09:00'))).toBe(
      '2027-09-22T13:00:00.000Z',
    );
  });

  test('from the first moment of the day where something opens', () => {
    expect(instantOfSeasonDate(date('programs-review-opens'))).toBe('2027-09-22T04:00:00.000Z');
  });

  test('until the last minute of the day where something closes', () => {
    expect(instantOfSeasonDate(date('eras-closes'))).toBe('2027-09-23T03:59:00.000Z');
  });

  test('in winter with the winter offset', () => {
    expect(instantOfSeasonDate({ ...date('rank-list-opens'), day: '2028-02-01' })).toBe(
      '2028-02-01T05:00:00.000Z',
    );
  });
});
