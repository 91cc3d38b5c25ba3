/** A loss that a fact brings before the last day. On Tue, Jun 1, 2027. */
import { describe, expect, test } from 'vitest';
import { rungsOf } from '#shared/agenda/ladder.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { phraseLoss } from '#shared/words/deadline-words.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { acceptedAtBrown, aliceFacts, BROWN, storyOf } from '../plan/moves/stories.ts';

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

describe('an appointment that nobody booked in time', () => {
  const needing = aliceFacts({
    profile: { ...aliceFacts().profile, entry: 'visa', visaWaitDays: 60 },
  });
  const lostAt = (now: Instant) =>
    occasionsAt(acceptedAtBrown(BROWN, needing).wait(now).facts, PUBLISHED_WORLD, now)
      .filter(({ ladder }) => ladder === 'loss')
      .map(({ rule }) => rule)
      .filter((rule) => ARRIVAL.includes(rule));

  test.each(['2027-07-03T15:00:00.000Z', '2027-07-04T15:00:00.000Z', '2027-07-08T15:00:00.000Z'])(
    'is one loss with its visa, at %s',
    (now) => expect(lostAt(now as Instant)).toEqual(['G13']),
  );

  test('is none while it can still be booked', () => {
    expect(lostAt(JUNE)).toEqual([]);
  });
});

const ARRIVAL = ['G13', 'visa'];

describe('a day that is nobody’s deadline names its true source', () => {
  const applied = storyOf().report('2027-02-10T15:00:00.000Z', {
    type: 'applied',
    rotationId: 'r1',
  });
  const sourceOf = (facts: Facts, rule: string, now: Instant) =>
    occasionsAt(facts, PUBLISHED_WORLD, now).find((each) => each.rule === rule)?.deadline;

  test('the first day of a rotation, and what was never entered, are the plan’s', () => {
    const entered = { certainty: 'entered', source: 'the plan, as entered' };
    const { facts } = acceptedAtBrown();
    expect(sourceOf(facts, 'started', '2027-07-06T15:00:00.000Z')).toMatchObject(entered);
    expect(sourceOf(facts, 'entry', JUNE)).toMatchObject(entered);
  });

  test('a follow-up is counted by us, or asked for again three weeks later', () => {
    const asked = applied.report('2027-03-25T15:00:00.000Z', {
      type: 'followed-up',
      rotationId: 'r1',
    });
    expect(sourceOf(applied.facts, 'follow-up', '2027-04-01T15:00:00.000Z')).toMatchObject({
      day: '2027-03-24',
      certainty: 'estimated',
      source: expect.stringContaining('six weeks after applying'),
    });
    expect(sourceOf(asked.facts, 'follow-up', '2027-04-20T15:00:00.000Z')).toMatchObject({
      day: '2027-04-15',
      source: expect.stringContaining('three weeks after'),
    });
  });

  test('a count that is missed was counted from the season', () => {
    const missed = sourceOf(storyOf().facts, 'G8', '2027-04-01T15:00:00.000Z');
    expect(missed).toMatchObject({ day: '2027-03-01', certainty: 'estimated' });
    expect(missed?.source).toContain('6 months before ERAS submission (guide)');
  });
});

test('a missed count waits a week for another email', () => {
  const missed = occasionsAt(storyOf().facts, PUBLISHED_WORLD, '2027-03-02T15:00:00.000Z').find(
    ({ rule }) => rule === 'G8',
  );
  expect(missed && rungsOf(missed, 'America/New_York')).toMatchObject([
    { name: 'lost', at: '2027-03-01T13:00:00.000Z', by: '2027-03-08T13:00:00.000Z' },
  ]);
});

test('the day on which an offer abroad came is nobody’s deadline; its end is asked about', () => {
  const charite = { ...BROWN, host: { name: 'Charité' }, country: 'DE' };
  const offered = storyOf(charite)
    .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
    .report('2027-03-01T15:00:00.000Z', { type: 'offered', rotationId: 'r1' });
  const rules = occasionsAt(offered.facts, PUBLISHED_WORLD, '2027-03-03T15:00:00.000Z').map(
    ({ rule }) => rule,
  );
  expect(rules).toContain('offer-end');
  expect(rules).not.toContain('accept');
});

test.each([
  ['US', /complements those from IR/],
  ['PR', /complements those from IR/],
  ['DE', /no US rotation yet/],
])('a rotation in %s is a US rotation where that country is in the US', (country, why) => {
  const { facts } = acceptedAtBrown();
  const rotations = facts.rotations.map((each) => ({ ...each, country }));
  const occasions = occasionsAt(
    { ...facts, rotations },
    PUBLISHED_WORLD,
    '2026-12-01T17:00:00.000Z',
  );
  expect(occasions.find(({ rule }) => rule === 'G3')?.words.why).toMatch(why);
});
