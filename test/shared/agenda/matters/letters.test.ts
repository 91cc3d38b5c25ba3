/** Asking for a letter: when, whom, and from whom never. */
import { describe, expect, test } from 'vitest';
import { agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { acceptedAtBrown, BROWN, cleared } from '../../plan/moves/stories.ts';

const SPRING: Instant = '2027-05-03T15:00:00.000Z';
const WEEK_2: Instant = '2027-07-19T15:00:00.000Z';
const LAST_WEEK: Instant = '2027-07-24T15:00:00.000Z';

const ready = cleared(acceptedAtBrown(), SPRING);
const mixed = ready.report(WEEK_2, { type: 'feedback-given', rotationId: 'r1', mood: 'mixed' });
const positive = ready.report(WEEK_2, {
  type: 'feedback-given',
  rotationId: 'r1',
  mood: 'positive',
});

function ask(facts: Facts, now: Instant) {
  const at = agendaAt(facts, PUBLISHED_WORLD, now);
  const found = at.matters.find(({ id }) => id === 'G15|r1/letter');
  return found && { ...standingOf(at, found), words: wordsOf(found, at.view) };
}

describe('asking for the letter of a rotation from July 5 to 30', () => {
  test('opens at its midpoint, with good feedback or none', () => {
    expect(ask(ready.facts, '2027-07-16T15:00:00.000Z')?.name).toBe('ahead');
    expect(ask(ready.wait(WEEK_2).facts, WEEK_2)?.name).toBe('open');
    expect(ask(positive.facts, WEEK_2)?.name).toBe('open');
  });

  test('waits for the last week after mixed feedback, and proposes another writer', () => {
    expect(ask(mixed.facts, WEEK_2)?.name).toBe('ahead');
    expect(ask(mixed.facts, LAST_WEEK)).toMatchObject({ name: 'open' });
    expect(ask(mixed.facts, LAST_WEEK)?.words.next).toContain('another attending');
    expect(ask(positive.facts, LAST_WEEK)?.words.next).not.toContain('another attending');
  });

  test.each([true, false])(
    'with nobody asked three weeks after the end is red, confirmed: %s',
    (isConfirmed) => {
      const ended = positive.wait('2027-08-02T15:00:00.000Z');
      const reported = isConfirmed
        ? ended.report('2027-08-02T15:00:00.000Z', {
            type: 'took-place',
            rotationId: 'r1',
            happened: 'ended',
          })
        : ended;
      expect(ask(reported.facts, '2027-08-20T15:00:00.000Z')?.color).not.toBe('red');
      expect(ask(reported.facts, '2027-08-21T15:00:00.000Z')).toMatchObject({
        name: 'late',
        color: 'red',
      });
    },
  );

  test('is never asked for where the host grants none', () => {
    const atStanford = { ...BROWN, host: { name: 'Stanford', institutionId: 'stanford' } };
    const there = acceptedAtBrown(atStanford);
    expect(ask(there.facts, WEEK_2)).toBeUndefined();
  });
});

test('a writer who was asked twice and never answered is named once', () => {
  const amsel = {
    type: 'letter-asked',
    rotationId: 'r1',
    writer: { name: 'Dr. Amsel', specialty: 'ir' },
  } as const;
  const silent = positive
    .report(WEEK_2, amsel)
    .report(LAST_WEEK, amsel)
    .wait('2027-10-01T15:00:00.000Z');
  expect(ask(silent.facts, '2027-10-01T15:00:00.000Z')?.words.next).toContain(
    'Call Dr. Amsel, and',
  );
});

test('the email that asks for it says when the writer’s first one goes', () => {
  const next = 'sends the first email the next weekday';
  expect(ask(positive.facts, WEEK_2)?.words.next).toContain(next);
  const ended = positive.wait('2027-08-02T15:00:00.000Z');
  expect(ask(ended.facts, '2027-08-02T15:00:00.000Z')?.words.next).toContain(next);
});
