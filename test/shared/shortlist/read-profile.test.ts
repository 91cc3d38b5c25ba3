import { describe, expect, test } from 'vitest';
import { readProfile, readProfileText } from '#shared/shortlist/read-profile.ts';

const LEAST = { matchYear: 2028, pathway: 'dr-esir', enrollment: 'graduate' };

describe('a profile is refused by field and reason', () => {
  test.each([
    [
      'a score',
      { step2CkScore: 240 },
      /^step2CkScore is not asked: a score is compared on the page/,
    ],
    [
      'a TOEFL score out of range',
      { english: { toefl: 121 } },
      /^english\.toefl is not a score from 1 to 120/,
    ],
    ['words for a score', { english: { ielts: 'seven' } }, /^english\.ielts is not of type number/],
    [
      'an English test that no host names',
      { english: { cae: 200 } },
      /^english\.cae is not a known field/,
    ],
    ['an impossible date', { graduationOn: '2026-02-30' }, /^graduationOn is not a calendar day/],
    [
      'two years of graduation',
      { graduationOn: '2026-02-20', graduationYear: 2025 },
      /^graduationYear is another year/,
    ],
    ['weights, which nothing uses', { weights: { esir: 3 } }, /^weights is not a known field/],
    ['an unknown field', { hobby: 'chess' }, /^hobby is not a known field/],
    [
      'a place on no map',
      { regions: [{ place: 'Atlantis', weight: 1 }] },
      /^regions\.0\.place is not a state/,
    ],
    ['a month that is none', { months: ['2027-13'] }, /^months\.0 is not a month/],
    ['a month twice', { months: ['2027-05', '2027-05'] }, /^months names a month twice/],
    [
      'a pathway of another kind',
      { pathway: 'surgery' },
      /^pathway is not one of integrated-ir, ir-dr-backup, dr-esir, independent/,
    ],
  ])('%s', (_, field, sentence) => {
    const read = readProfile({ ...LEAST, ...field });
    expect(read.ok ? [] : read.failure).toEqual([expect.stringMatching(sentence)]);
  });

  test('text that is no JSON', () => {
    const read = readProfileText('{');
    expect(read.ok ? [] : read.failure).toEqual([expect.stringContaining('the file is not JSON')]);
  });
});

describe('a profile is taken', () => {
  test('with three answers and everything else unknown', () => {
    expect(readProfile(LEAST)).toMatchObject({ ok: true, value: { regions: [], months: [] } });
  });

  test('with an English score in halves', () => {
    expect(readProfile({ ...LEAST, english: { ielts: 6.5 } }).ok).toBe(true);
  });
});
