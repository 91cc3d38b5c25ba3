import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { readSeasonFile } from '#shared/world/corrections/read-season-file.ts';
import { PUBLISHED_CALENDAR } from '#shared/world/season/season.ts';

const TODAY: Day = '2026-11-23';
const NRMP = 'https://www.nrmp.org/match-calendars/';

describe('a season file is read', () => {
  test('when it is one of our own, whatever the day', () => {
    for (const year of [2027, 2028]) {
      expect(read(rows(year)).ok, String(year)).toBe(true);
    }
  });

  test('when it makes estimates official, and moves one', () => {
    const file = rows(2028).map((row) =>
      row.event === 'match-day'
        ? { ...row, day: '2028-03-24', source: NRMP, certainty: 'official' }
        : row,
    );
    const answer = read(file);
    expect(answer).toMatchObject({ ok: true, value: { matchYear: 2028 } });
  });

  test('when nobody had dates of that season yet', () => {
    const answer = read([
      row(2029, 'eras-submit-opens', '2028-09-06', 'Wed'),
      row(2029, 'programs-review-opens', '2028-09-27', 'Wed'),
      row(2029, 'match-day', '2029-03-16', 'Fri'),
    ]);
    expect(answer.ok).toBe(true);
  });
});

describe('a season file is refused', () => {
  const [first = {}, ...others] = rows(2028);

  test.each([
    ['that is not JSON', '{"season":', 's.json: is not a JSON array of rows'],
    ['that is no list', '{}', 's.json: is not a JSON array of rows'],
    ['that is empty', '[]', 's.json: holds no row'],
    ['that is another file', JSON.stringify(Array(101).fill(first)), 'holds more than 100 rows'],
  ])('%s', (_, text, message) => {
    expect(problems(text)[0]).toContain(message);
  });

  test('with a date missing in a row', () => {
    const { day: _, ...dayless } = first;
    expect(problems([dayless, ...others])).toEqual(['s.json: row 1 (eras-opens): day is missing']);
  });

  test('with a known event left out', () => {
    expect(problems(others)).toEqual(['s.json: eras-opens: day is missing']);
  });

  test('without the dates that plans depend on', () => {
    expect(problems([row(2029, 'match-day', '2029-03-16', 'Fri')])).toEqual([
      's.json: eras-submit-opens: day is missing',
      's.json: programs-review-opens: day is missing',
    ]);
  });

  test('with two dates reversed', () => {
    const file = rows(2028).map((each) =>
      each.event === 'eras-opens' ? { ...each, day: '2027-09-08' } : each,
    );
    expect(problems(file)).toEqual([
      's.json: row 2 (eras-submit-opens): day of eras-submit-opens is 2027-09-01, not after eras-opens (2027-09-08)',
    ]);
  });

  test('with a date that is past and was known as another', () => {
    const file = rows(2027).map((each) =>
      each.event === 'eras-opens' ? { ...each, day: '2026-06-10' } : each,
    );
    const [message] = problems(file);
    expect(message).toMatch(
      /^s\.json: row \d+ \(eras-opens\): day 2026-06-10 is past, and was known as /,
    );
  });

  test('with an unknown source of an official date', () => {
    for (const source of ['a friend', 'https://nrmp.example.org/', 'https://money-central.com']) {
      const file = rows(2028).map((each) =>
        each.event === 'match-day' ? { ...each, source, certainty: 'official' } : each,
      );
      expect(problems(file)[0], source).toContain(
        '(match-day): source is not a page of AAMC, NRMP',
      );
    }
  });

  test('with hearsay, or half an address, for a source that is not known already', () => {
    for (const source of ['somebody told me', 'http://', 'javascript:alert(1)']) {
      const [message] = problems([{ ...first, source, certainty: 'secondary' }, ...others]);
      expect(message, source).toBe(
        's.json: row 1 (eras-opens): source is not the address of a page',
      );
    }
  });

  test('without a source, unless it is an estimate', () => {
    expect(problems([{ ...first, certainty: 'secondary' }, ...others])[0]).toContain(
      'row 1 (eras-opens): source is empty, which only an estimated row may be',
    );
  });

  test.each([
    ['an unknown field', { matchDay: '2028-03-17' }, 'matchDay is not a known field'],
    ['a zone in its time', { timeEt: '17:00 PST' }, 'timeEt is not a clock time written HH:MM'],
    ['an unknown event', { event: 'eras-party' }, 'event is not one of eras-opens'],
    ['a day that is none', { day: '2027-02-30' }, 'day is not a calendar day'],
    ['another weekday', { weekday: 'Tue' }, 'weekday is Tue, but 2027-06-02 is a Wed'],
    ['a check in the future', { checkedOn: '2027-01-01' }, 'checkedOn 2027-01-01 is in the future'],
    ['what applicants type', { certainty: 'entered', source: NRMP }, 'certainty entered'],
    ['a year of its own', { season: 2029 }, 'the file holds 2029'],
  ])('with %s', (_, change, message) => {
    expect(problems([{ ...first, ...change }, ...others]).join('\n')).toContain(message);
  });
});

function rows(year: number): Record<string, unknown>[] {
  return (PUBLISHED_CALENDAR.get(year) ?? []).map((each) => ({ ...each }));
}

function row(season: number, event: string, day: string, weekday: string) {
  return { season, event, day, weekday, source: NRMP, checkedOn: TODAY, certainty: 'official' };
}

function read(file: unknown) {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  return readSeasonFile('s.json', text, (year) => PUBLISHED_CALENDAR.get(year) ?? [], TODAY);
}

function problems(file: unknown): string[] {
  const answer = read(file);
  return answer.ok ? [] : answer.failure;
}
