import { expect, test } from 'vitest';
import { PUBLISHED_CALENDAR, patternOf } from '#shared/world/season/season.ts';

test('the pattern gives every date that was found from 2023 to 2027', () => {
  const found = [...PUBLISHED_CALENDAR]
    .filter(([season]) => season <= 2027)
    .flatMap(([season, rows]) => rows.map((row) => ({ ...row, season })))
    .filter(({ certainty }) => certainty !== 'estimated');
  const compared = found.flatMap(({ season, event, day }) => {
    const given = patternOf(season).find((date) => date.event === event);
    return given ? [{ season, event, found: day, given: given.day }] : [];
  });
  // 2 of 2023, 6 of 2024, 5 of 2025, 5 of 2026 and 3 of 2027: a comparison of nothing would pass too.
  expect(compared).toHaveLength(21);
  expect(compared.filter((date) => date.found !== date.given)).toEqual([]);
});

test('the estimated season of 2029 is worked out from the calendar alone', () => {
  expect(patternOf(2029)).toEqual([
    { event: 'eras-opens', day: '2028-06-07' },
    { event: 'eras-submit-opens', day: '2028-09-06' },
    { event: 'programs-review-opens', day: '2028-09-27' },
    { event: 'mspe-released', day: '2028-09-27' },
    { event: 'rank-list-certify-deadline', day: '2029-02-28', timeEt: '21:00' },
    { event: 'match-day', day: '2029-03-16' },
  ]);
});

test('a month that begins on the weekday itself counts it as the first', () => {
  const days = patternOf(2028).map(({ event, day }) => [event, day]);
  // 1 September 2027 is a Wednesday.
  expect(days).toContainEqual(['eras-submit-opens', '2027-09-01']);
});

test('a day the season has already moves what is counted from it and nothing else', () => {
  const moved = patternOf(2029, { submitOpens: '2028-09-13' });
  const days = Object.fromEntries(moved.map(({ event, day }) => [event, day]));
  expect(days['eras-opens']).toBe('2028-06-14');
  expect(days['programs-review-opens']).toBe('2028-10-04');
  expect(days['match-day']).toBe('2029-03-16');
});
