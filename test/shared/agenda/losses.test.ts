import { describe, expect, test } from 'vitest';
import { dayDeadline } from '#shared/agenda/deadline.ts';
import { lossesOf } from '#shared/agenda/losses.ts';
import { type Draft, idOf, type Matter, matter } from '#shared/agenda/matter.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';

const APRIL: Instant = '2027-04-01T15:00:00.000Z';
const JUNE: Instant = '2027-06-01T15:00:00.000Z';

function step(rule: string, of: Partial<Draft> = {}): Matter {
  const about = { rotationId: 'r1' };
  const { kind = 'step', stake = 'rotation' } = of;
  return matter({ rule, subject: 'r1', kind, about, whose: 'applicant', stake, ...of });
}

function until(day: Day): Pick<Draft, 'lastDay'> {
  return { lastDay: dayDeadline(day, { certainty: 'entered', source: 'as entered' }) };
}

function takenAlong(matters: Matter[], now: Instant) {
  return Object.fromEntries(lossesOf(matters, now).takenAlong);
}

describe('what is lost takes along what only it needs', () => {
  const offer = step('accept', until('2027-05-01'));
  const needsOffer = { needs: [idOf('accept', 'r1')] };

  test('and a flight that can no longer be taken closes the offer', () => {
    const flight = step('flight', { ...needsOffer, ...until('2027-03-01') });
    expect(takenAlong([offer, flight], APRIL)).toEqual({ 'accept|r1': 'flight|r1' });
  });

  test('but a room found too late closes nothing: the offer can still be taken', () => {
    const room = step('housing', { ...needsOffer, ...until('2027-03-01'), stake: 'comfort' });
    const flight = step('flight', { ...needsOffer, done: true });
    expect(takenAlong([offer, room, flight], APRIL)).toEqual({});
  });
});

describe('the first loss of a rotation', () => {
  const tooLate = step('visa', { impossible: true });

  test('stays a fact whose day nobody recorded, when another day passes later', () => {
    const offer = step('accept', until('2027-05-01'));
    expect(takenAlong([offer, tooLate], APRIL)).toEqual({ 'accept|r1': 'visa|r1' });
    expect(takenAlong([offer, tooLate], JUNE)).toEqual({ 'accept|r1': 'visa|r1' });
  });

  test('is the day that passed first, where both are days', () => {
    const offer = step('accept', until('2027-05-01'));
    const apply = step('apply', until('2027-03-01'));
    expect(takenAlong([offer, apply], JUNE)).toEqual({ 'accept|r1': 'apply|r1' });
  });
});

describe('what serves two rotations', () => {
  const lost = (rotationId: string) =>
    step('flight', {
      subject: rotationId,
      about: { rotationId },
      needs: ['visa|r1'],
      ...until('2027-03-01'),
    });
  const visa = (...rotationIds: string[]) =>
    step('visa', { about: { rotationId: 'r1', rotationIds } });

  test('is still needed when one of them is lost', () => {
    const ahead = step('flight', {
      subject: 'r2',
      about: { rotationId: 'r2' },
      needs: ['visa|r1'],
    });
    expect(takenAlong([visa('r1', 'r2'), lost('r1'), ahead], APRIL)).toEqual({});
  });

  test('goes with the last of them', () => {
    expect(takenAlong([visa('r1', 'r2'), lost('r1'), lost('r2')], APRIL)).toEqual({
      'visa|r1': 'flight|r1',
    });
  });
});
