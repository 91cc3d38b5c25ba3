/** What is to be done, and why, before and after the day that changes it. */
import { describe, expect, test } from 'vitest';
import { type Instant, instantAt } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
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
  const { facts } = storyOf();
  expect(saidOf('G10', facts, noonOf('2027-06-01')).next).toContain('once ERAS opens, each writer');
  expect(saidOf('G10', facts, noonOf('2027-06-02')).next).toMatch(
    /; each writer needs .* from ERAS/,
  );
});

function saidOf(rule: string, facts: Facts, now: Instant) {
  return wordsNow(occasionOf(rule, facts, now), now);
}

function occasionOf(rule: string, facts: Facts, now: Instant) {
  const occasion = occasionsAt(facts, PUBLISHED_WORLD, now).find((each) => each.rule === rule);
  if (!occasion) throw new Error(`Nothing is said of ${rule}.`);
  return occasion;
}

function noonOf(day: Parameters<typeof instantAt>[0]): Instant {
  return instantAt(day, '12:00', 'America/New_York');
}
