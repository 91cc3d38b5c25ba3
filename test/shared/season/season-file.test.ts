import { describe, expect, test } from 'vitest';
import { parseSeason } from '../../../shared/season/season-file.ts';

const opens = row('eras-opens', '2028-06-07', 'Wed');
const submits = row('eras-submit-opens', '2028-09-06', 'Wed');
const review = row('programmes-review-opens', '2028-09-27', 'Wed');

describe('a season file', () => {
  test('that keeps its order is taken', () => {
    expect(parseSeason(2029, [opens, submits, review])).toHaveLength(3);
  });

  test('with a day that is none is refused by file, line and field', () => {
    expect(() => parseSeason(2029, [opens, { ...submits, day: '2028-09-31' }])).toThrow(
      'shared/season/seasons/2029.json line 3: day is not a calendar day written YYYY-MM-DD',
    );
  });

  test('whose weekday is another day’s is refused', () => {
    expect(() => parseSeason(2029, [{ ...opens, weekday: 'Thu' }])).toThrow(
      'line 2: weekday is not the weekday of that day',
    );
  });

  test('with an unknown field, an unknown event or no source is refused, all three at once', () => {
    const { source: _, ...sourceless } = review;
    const rows = [{ ...opens, weather: 'fine' }, { ...submits, event: 'party' }, sourceless];
    expect(() => parseSeason(2029, rows)).toThrow(
      /line 2: row .*weather[\s\S]*line 3: event[\s\S]*line 4: source/,
    );
  });

  test('out of order is refused', () => {
    const early = row('programmes-review-opens', '2028-08-30', 'Wed');
    expect(() => parseSeason(2029, [opens, submits, early])).toThrow(
      'programmes-review-opens on 2028-08-30 is not after eras-submit-opens on 2028-09-06',
    );
  });

  test('of another year, or telling a date twice, is refused', () => {
    expect(() => parseSeason(2031, [opens])).toThrow('is outside the 2031 season');
    expect(() => parseSeason(2029, [opens, opens])).toThrow('eras-opens is given twice');
  });
});

function row(event: string, day: string, weekday: string) {
  return {
    event,
    day,
    weekday,
    certainty: 'official',
    source: 'a published page',
    checkedOn: '2027-01-05',
  };
}
