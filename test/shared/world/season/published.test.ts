import { describe, expect, test } from 'vitest';
import { SEASON_EVENT_NAMES } from '#shared/world/season/events.ts';
import { PUBLISHED_CALENDAR, readSeason } from '#shared/world/season/season.ts';

const opens = row('eras-opens', '2028-06-07', 'Wed');
const submits = row('eras-submit-opens', '2028-09-06', 'Wed');
const review = row('programs-review-opens', '2028-09-27', 'Wed');

describe('the published calendar', () => {
  test('holds 63 dates of six seasons', () => {
    const counts = [...PUBLISHED_CALENDAR].map(([season, rows]) => [season, rows.length]);
    expect(counts).toEqual([
      [2023, 3],
      [2024, 12],
      [2025, 11],
      [2026, 14],
      [2027, 12],
      [2028, 11],
    ]);
  });

  test('names a source for every date that is not an estimate, and for every date the day it was checked', () => {
    for (const row of [...PUBLISHED_CALENDAR.values()].flat()) {
      expect(row.source === '', `${row.season} ${row.event}`).toBe(row.certainty === 'estimated');
      expect(['2026-11-23', '2026-11-27']).toContain(row.checkedOn);
    }
  });

  test('has an address for Match Day of each season that is over', () => {
    const days = [2023, 2024, 2025, 2026].map((season) =>
      PUBLISHED_CALENDAR.get(season)?.find(({ event }) => event === 'match-day'),
    );
    expect(days.map((row) => [row?.day, row?.source.startsWith('https://')])).toEqual([
      ['2023-03-17', true],
      ['2024-03-15', true],
      ['2025-03-21', true],
      ['2026-03-20', true],
    ]);
  });

  test('uses every event there is a label for', () => {
    const used = new Set([...PUBLISHED_CALENDAR.values()].flat().map(({ event }) => event));
    expect([...used].toSorted()).toEqual(SEASON_EVENT_NAMES.toSorted());
  });
});

describe('a season file', () => {
  test('in order is taken', () => {
    expect(readSeason(2029, [opens, submits, review])).toEqual([opens, submits, review]);
  });

  test('with a clock time, a note and an unsourced estimate is taken', () => {
    const rows = [
      { ...opens, timeEt: '09:00', note: 'by newsletter' },
      { ...submits, source: '', certainty: 'estimated' },
    ];
    expect(readSeason(2029, rows)).toEqual(rows);
  });

  test('with a day that does not exist is refused by file, line, and field', () => {
    expect(() => readSeason(2029, [opens, { ...submits, day: '2028-09-31' }])).toThrow(
      'shared/world/season/seasons/2029.json line 3: day is not a calendar day written YYYY-MM-DD',
    );
  });

  test('with an unknown event, an unknown field or a time that is none is refused', () => {
    const rows = [
      { ...opens, event: 'party' },
      { ...submits, weather: 'fine' },
      { ...review, timeEt: '24:00' },
    ];
    expect(() => readSeason(2029, rows)).toThrow(
      /line 2: event is not one of .*\n.*line 3: weather is not a known field\n.*line 4: timeEt is not a clock time/,
    );
  });

  test('with an official date that has no source is refused', () => {
    expect(() => readSeason(2029, [{ ...opens, source: '' }])).toThrow(
      'line 2: source is empty, which only an estimated row may be',
    );
  });
});

function row(event: string, day: string, weekday: string) {
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
