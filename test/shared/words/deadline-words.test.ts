import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseDeadline, phraseRest, phraseWhen } from '#shared/words/deadline-words.ts';
import { FRIDAY, FRIDAY_AT_FIVE } from '../views/email/occasions.ts';

const KOLKATA = 'Asia/Kolkata';

describe('a deadline reads', () => {
  test('as a day where no clock time is stated', () => {
    expect(phraseDeadline(FRIDAY, KOLKATA)).toBe('Fri, Sep 3, 2027');
  });

  test('in both zones where one is', () => {
    expect(phraseDeadline(FRIDAY_AT_FIVE, KOLKATA)).toBe(
      'Fri, Sep 3, 2027, 5:00 p.m. ET (Sat, Sep 4, 2:30 a.m. in Kolkata)',
    );
  });
});

test('a day to start says how far away it is, and a late one since when', () => {
  const occasion = {
    rule: 'G14',
    deadline: FRIDAY,
    ladder: 'hard',
    startBy: '2027-08-30',
  } as const;
  const at = (now: Instant) => phraseWhen(occasion, KOLKATA, now).text;
  expect(at('2027-08-25T04:00:00.000Z')).toMatch(/^Start by Mon, Aug 30, 2027, in 5 days; due Fri/);
  expect(at('2027-09-01T04:00:00.000Z')).toMatch(/^Should have started by .*, 2 days ago; due Fri/);
});

describe('what is left of it reads', () => {
  test.each([
    ['2027-08-25T04:00:00.000Z', 'in 9 days'],
    ['2027-09-02T04:00:00.000Z', 'tomorrow'],
    ['2027-09-03T04:00:00.000Z', 'today'],
    ['2027-09-04T03:00:00.000Z', 'ends Sat, Sep 4, 2027, 9:30 a.m. in Kolkata'],
    ['2027-09-04T05:00:00.000Z', 'yesterday'],
    ['2027-09-08T05:00:00.000Z', '5 days ago'],
  ] as const)('at %s: %s', (now, words) => {
    expect(phraseRest(FRIDAY, KOLKATA, now)).toBe(words);
  });
});
