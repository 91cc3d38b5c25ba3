/** Programs review from September 22, 2027: a letter is asked for before, unless its rotation ends too late. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { startOfDay } from '#shared/base/time/instant.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import { awaitedOn, ladderEndDay, letterDueDay, writerDueDay } from '#shared/plan/letters/due.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { midwayAtBrown } from '../moves/stories.ts';

const SEASON = PUBLISHED_WORLD.season(2028);
const AUGUST = { start: '2027-08-16', end: '2027-09-10' } as const;
const IN_AUGUST = { mode: 'hands-on', dates: AUGUST } as const;

describe('our own day for a letter', () => {
  test.each([
    ['2027-07-30', '2027-08-20', 'three weeks after the last day'],
    ['2027-08-31', '2027-09-21', 'which is the day before review'],
    ['2027-09-01', '2027-09-21', 'which would be the day of review'],
    ['2027-09-10', '2027-09-21', 'which would be in October'],
    ['2027-09-20', '2027-09-21', 'although the writer has a day'],
    ['2027-09-21', '2027-10-12', 'since it ends when programs begin'],
    ['2027-10-08', '2027-10-29', 'since it ends after they began'],
    ['2027-04-30', '2027-06-23', 'three weeks after ERAS opens'],
  ] as const)('of a rotation that ends on %s is %s: %s', (end, due, _why) => {
    expect(letterDueDay({ start: '2027-04-05', end }, SEASON)).toBe(due);
  });

  test('is before review for a writer who is asked in September, and three weeks on for a later one', () => {
    expect(writerDueDay({ askedOn: '2027-09-08' }, IN_AUGUST, SEASON)).toBe('2027-09-21');
    expect(writerDueDay({ askedOn: '2027-10-04' }, IN_AUGUST, SEASON)).toBe('2027-10-25');
    expect(writerDueDay({ askedOn: '2027-09-08' }, undefined, SEASON)).toBe('2027-09-21');
  });

  test('is before review for a form that went out in September, and gives way to the day the writer names', () => {
    const letter = letterOf('requested', '2027-09-13');
    expect(awaitedOn(letter, IN_AUGUST, SEASON)).toBe('2027-09-21');
    const promised = { by: '2027-10-01', on: '2027-09-14' } as const;
    expect(awaitedOn({ ...letter, promised }, IN_AUGUST, SEASON)).toBe('2027-10-01');
  });

  test('declares no letter lost that can still come: its writer keeps their three weeks', () => {
    const { rotation } = midwayAtBrown();
    const letters = [letterOf('requested', '2027-09-13')];
    expect(ladderEndDay({ ...rotation, dates: AUGUST, letters }, SEASON)).toBe('2027-10-04');
  });
});

function letterOf(status: Letter['status'], on: Day): Letter {
  return {
    id: 'l1',
    writer: { name: 'Dr. Ortiz', specialty: 'ir' },
    status,
    askedOn: '2027-09-01',
    since: startOfDay(on, 'America/New_York'),
  };
}
