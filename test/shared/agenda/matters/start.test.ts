/** Time asserts nothing: until someone says that a rotation started, what was missing for it stays missing. */
import { describe, expect, test } from 'vitest';
import { agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { acceptedAtBrown, aliceFacts, BROWN, cleared } from '../../plan/moves/stories.ts';

const DAY_BEFORE: Instant = '2027-07-04T15:00:00.000Z';
const FIRST_DAY: Instant = '2027-07-05T15:00:00.000Z';
const SECOND_WEEK: Instant = '2027-07-13T15:00:00.000Z';

const needing = aliceFacts({
  profile: { ...aliceFacts().profile, entry: 'visa', visaWaitDays: 60 },
});
const accepted = acceptedAtBrown(BROWN, needing);

function colors(facts: Facts, now: Instant, rule: string) {
  const at = agendaAt(facts, PUBLISHED_WORLD, now);
  return at.matters
    .filter((each) => each.rule === rule)
    .map((each) => standingOf(at, each))
    .map(({ name, color }) => `${name} ${color}`);
}

describe('a rotation whose first day has come', () => {
  test.each([DAY_BEFORE, FIRST_DAY, SECOND_WEEK])(
    'at %s keeps a missing visa and papers red',
    (now) => {
      const { facts } = accepted.wait(now);
      expect(colors(facts, now, 'visa')).toEqual(['lost red']);
      expect(new Set(colors(facts, now, 'G14'))).toEqual(new Set(['late red']));
    },
  );

  test('goes on as planned: what happens on it is asked for', () => {
    const { facts } = accepted.wait(SECOND_WEEK);
    const at = agendaAt(facts, PUBLISHED_WORLD, '2027-07-16T15:00:00.000Z');
    const open = at.matters.filter((each) => standingOf(at, each).name === 'open');
    expect(open.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['G15b', 'started']));
  });

  test('and is said to have started needs neither any more', () => {
    const { facts } = accepted.report(SECOND_WEEK, {
      type: 'took-place',
      rotationId: 'r1',
      happened: 'started',
    });
    expect([...colors(facts, SECOND_WEEK, 'visa'), ...colors(facts, SECOND_WEEK, 'G14')]).toEqual(
      [],
    );
  });

  test('with everything cleared has nothing to keep', () => {
    const { facts } = cleared(accepted, '2027-05-03T15:00:00.000Z').wait(SECOND_WEEK);
    expect([...colors(facts, SECOND_WEEK, 'visa'), ...colors(facts, SECOND_WEEK, 'G14')]).toEqual(
      [],
    );
    expect(colors(facts, SECOND_WEEK, 'started')).toEqual(['open green']);
  });
});
