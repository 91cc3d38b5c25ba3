/** What is to be done, and why, before and after the day that changes it. */
import { describe, expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { viewOf } from '#shared/agenda/matter.ts';
import type { Day } from '#shared/base/time/day.ts';
import { type Instant, instantAt } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import { trueOn } from '#shared/words/matters/words-of.ts';
import { occasionsAt, wordsNow } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, storyOf } from '../plan/moves/stories.ts';

describe('an early rotation, due on Mon, Mar 1', () => {
  test('is asked for while it can be completed', () => {
    expect(saidOf('G8', aliceFacts(), noonOf('2027-02-15')).next).toMatch(/^Complete one rotation/);
  });

  test('is only asked after in the last two weeks', () => {
    const { next } = saidOf('G8', aliceFacts(), noonOf('2027-02-16'));
    expect(next).toMatch(/^If you have done one, or will have by that day, add it/);
  });

  test('asks for nothing once it is missed, and opens the plan', () => {
    const missed = occasionOf('G8', storyOf().facts, noonOf('2027-03-03'));
    expect(missed.words).toMatchObject({
      next: 'There is nothing more for you to do.',
      button: 'Open my plan',
    });
    expect(missed.resolvedAt).toBeUndefined();
    expect(occasionOf('G8', storyOf().facts, noonOf('2027-02-16')).resolvedAt).toBe('add');
  });
});

test('the form that a writer needs is there once ERAS opens, on Wed, Jun 2', () => {
  const asked = {
    id: 'l1',
    writer: { name: 'Dr. Amsel', specialty: 'research' },
    status: 'asked',
    askedOn: '2027-05-03',
    since: noonOf('2027-05-03'),
  } as const;
  const view = viewOf(aliceFacts({ letters: [asked] }), PUBLISHED_WORLD);
  const letters = agenda(view.facts, view.world).find(({ rule }) => rule === 'G10');
  const nextOn = (day: Day) => letters && trueOn(wordsOf(letters, view), day, false).next;
  expect(nextOn('2027-06-01')).toContain('once ERAS opens, each writer');
  expect(nextOn('2027-06-02')).toMatch(/; each writer needs .* from ERAS/);
});

function saidOf(rule: string, facts: Facts, now: Instant) {
  return wordsNow(occasionOf(rule, facts, now), now);
}

function occasionOf(rule: string, facts: Facts, now: Instant) {
  const occasion = occasionsAt(facts, PUBLISHED_WORLD, now).find((each) => each.rule === rule);
  if (!occasion) throw new Error(`Nothing is said of ${rule}.`);
  return occasion;
}

function noonOf(day: Day): Instant {
  return instantAt(day, '12:00', 'America/New_York');
}
