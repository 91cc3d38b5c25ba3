import { describe, expect, test } from 'vitest';
import { dayDeadline } from '#shared/agenda/deadline.ts';
import {
  currentRung,
  lastMorning,
  nextRungAt,
  rungsOf,
  type Timed,
} from '#shared/agenda/ladder.ts';
import { instantAt } from '#shared/base/time/instant.ts';

const KOLKATA = 'Asia/Kolkata';

/** Titers due on Fri, Sep 3, 2027, over at midnight Eastern: 9:30 a.m. on 4 Sep in Kolkata. */
const titers: Timed = {
  ladder: 'hard',
  deadline: dayDeadline('2027-09-03', { certainty: 'entered', source: 'a test' }),
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

  test('ends on the last morning that leaves time to act, which may be the day after in the far East', () => {
    expect(lastMorning(titers.deadline.at, 'Pacific/Auckland')).toBe('2027-09-04');
  });

  test('does not end on a morning with an hour and a half left', () => {
    expect(lastMorning(titers.deadline.at, KOLKATA)).toBe('2027-09-03');
  });

  test('calls nothing overdue on a morning when it is not over yet', () => {
    const overdue = rungsOf(titers, KOLKATA).find(({ name }) => name === '+1');
    expect(overdue?.at).toBe(instantAt('2027-09-05', '08:00', KOLKATA));
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

test('what opens on a US day is not called open on the morning before it, further east', () => {
  const opening = { ...titers, opens: '2027-08-25' } as const;
  const [auckland] = rungsOf(opening, 'Pacific/Auckland');
  expect(auckland?.at).toBe(instantAt('2027-08-26', '08:00', 'Pacific/Auckland'));
  const [lagos] = rungsOf(opening, 'Africa/Lagos');
  expect(lagos?.at).toBe(instantAt('2027-08-25', '08:00', 'Africa/Lagos'));
});

describe('the current rung', () => {
  test('is the newest one, so that a missed run does not say the older ones', () => {
    expect(
      currentRung(rungsOf(titers, KOLKATA), instantAt('2027-09-01', '12:00', KOLKATA))?.name,
    ).toBe('3');
  });

  test('is none before the first and none once the last is four hundred days old', () => {
    expect(
      currentRung(rungsOf(titers, KOLKATA), instantAt('2027-08-01', '12:00', KOLKATA)),
    ).toBeUndefined();
    expect(
      currentRung(rungsOf(titers, KOLKATA), instantAt('2028-12-01', '12:00', KOLKATA)),
    ).toBeUndefined();
  });

  test('changes exactly when the next one is due', () => {
    const now = instantAt('2027-09-01', '12:00', KOLKATA);
    const next = nextRungAt(rungsOf(titers, KOLKATA), now);
    expect(next).toBe(instantAt('2027-09-02', '08:00', KOLKATA));
    expect(next && currentRung(rungsOf(titers, KOLKATA), next)?.name).toBe('1');
  });

  test('has no next one after the last', () => {
    expect(
      nextRungAt(rungsOf(titers, KOLKATA), instantAt('2027-09-12', '12:00', KOLKATA)),
    ).toBeUndefined();
  });
});
