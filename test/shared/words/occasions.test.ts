/** A loss that a fact brings before the last day. On Tue, Jun 1, 2027. */
import { expect, test } from 'vitest';
import { rungsOf } from '#shared/agenda/ladder.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseLoss } from '#shared/words/deadline-words.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { acceptedAtBrown } from '../plan/moves/stories.ts';

const JUNE: Instant = '2027-06-01T17:00:00.000Z';

/** Brown begins on Jul 5, and the consulate sees her on this day. */
function visaOf(visaAppointmentOn: Day) {
  const { facts } = acceptedAtBrown();
  const rotations = facts.rotations.map((each) => ({ ...each, visaAppointmentOn }));
  const profile = { ...facts.profile, entry: 'visa' as const };
  return occasionsAt({ ...facts, profile, rotations }, PUBLISHED_WORLD, JUNE).find(
    ({ rule }) => rule === 'visa',
  );
}

test('a visa appointment after the first day is said at once, and since no day', () => {
  const visa = visaOf('2027-07-20');
  if (!visa) throw new Error('Nobody is told that the visa cannot be in time.');
  expect(visa.ladder).toBe('loss');
  const [lost] = rungsOf(visa, 'America/New_York');
  expect(lost?.name).toBe('lost');
  expect(lost?.at && lost.at <= JUNE).toBe(true);
  expect(phraseLoss(visa)).toBe('As entered, it cannot be in time');
});

test('one before it loses nothing', () => {
  expect(visaOf('2027-05-03')?.ladder).not.toBe('loss');
});
