import { describe, expect, test } from 'vitest';
import { currentRung, lastMorning, nextRungAt, rungsOf } from '../../../shared/nudges/ladder.ts';
import { dayDeadline, type Occasion } from '../../../shared/nudges/occasion.ts';
import { instantAt } from '../../../shared/time/instant.ts';

const KOLKATA = 'Asia/Kolkata';

/** Titers due on Fri 3 Sep 2027, over at midnight Eastern: 9:30 a.m. on 4 Sep in Kolkata. */
const titers: Occasion = {
  rule: 'G14',
  subject: 'r1/mmr',
  ladder: 'hard',
  deadline: dayDeadline('2027-09-03', { certainty: 'entered', source: 'a test' }),
  words: { title: 'titers', next: 'Send them.', why: 'They are due.', button: 'Sent' },
};

describe('the ladder of a hard date', () => {
  test('has eight rungs, each at eight in the morning where the reader lives', () => {
    expect(rungsOf(titers, 'America/New_York').map(({ name, at }) => `${name} ${at}`)).toEqual([
      '30 2027-08-04T12:00:00.000Z',
      '14 2027-08-20T12:00:00.000Z',
      '7 2027-08-27T12:00:00.000Z',
      '3 2027-08-31T12:00:00.000Z',
      '1 2027-09-02T12:00:00.000Z',
      '0 2027-09-03T12:00:00.000Z',
      '+1 2027-09-04T12:00:00.000Z',
      '+7 2027-09-10T12:00:00.000Z',
    ]);
  });

  test('ends on the last morning before the deadline, which may be the day after in the East', () => {
    expect(lastMorning(titers.deadline.at, KOLKATA)).toBe('2027-09-04');
  });

  test('ends a day earlier where the deadline falls into the night', () => {
    expect(lastMorning('2028-05-31T21:00:00.000Z', KOLKATA)).toBe('2028-05-31');
  });

  test('starts no earlier than the thing can be done', () => {
    const opening = { ...titers, opens: '2027-08-25' } as const;
    expect(rungsOf(opening, KOLKATA).map(({ name }) => name)).toEqual([
      'opens',
      '7',
      '3',
      '1',
      '0',
      '+1',
      '+7',
    ]);
  });
});

describe('the current rung', () => {
  test('is the newest one, so that a missed run does not say the older ones', () => {
    expect(
      currentRung(rungsOf(titers, KOLKATA), instantAt('2027-09-02', '12:00', KOLKATA))?.name,
    ).toBe('3');
  });

  test('is none before the first and none when the last has had its two weeks', () => {
    expect(
      currentRung(rungsOf(titers, KOLKATA), instantAt('2027-08-01', '12:00', KOLKATA)),
    ).toBeUndefined();
    expect(
      currentRung(rungsOf(titers, KOLKATA), instantAt('2027-09-26', '12:00', KOLKATA)),
    ).toBeUndefined();
  });

  test('changes exactly when the next one is due', () => {
    const now = instantAt('2027-09-02', '12:00', KOLKATA);
    const next = nextRungAt(rungsOf(titers, KOLKATA), now);
    expect(next).toBe(instantAt('2027-09-03', '08:00', KOLKATA));
    expect(next && currentRung(rungsOf(titers, KOLKATA), next)?.name).toBe('1');
  });

  test('has no next one after the last', () => {
    expect(
      nextRungAt(rungsOf(titers, KOLKATA), instantAt('2027-09-12', '12:00', KOLKATA)),
    ).toBeUndefined();
  });
});
