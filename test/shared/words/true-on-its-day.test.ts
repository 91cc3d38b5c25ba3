/** What is to be done, and why, before and after the day that changes it. */
import { describe, expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { rungsOf } from '#shared/agenda/ladder.ts';
import { viewOf } from '#shared/agenda/matter.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, type Instant, instantAt } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { nudgeSubject } from '#shared/views/email/nudge-words.ts';
import { phraseWhen } from '#shared/words/deadline-words.ts';
import { wordsAt } from '#shared/words/matters/matter-words.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, letter, midwayAtBrown, storyOf } from '../plan/moves/stories.ts';

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
  const nextOn = (day: Day) => letters && wordsAt(letters, 'open', view, noonOf(day)).next;
  expect(nextOn('2027-06-01')).toContain('once ERAS opens, each writer');
  expect(nextOn('2027-06-02')).toMatch(/; each writer needs .* from ERAS/);
});

test('a second writer still has time until programs review, on Wed, Sep 22, and no longer', () => {
  const waiting = midwayAtBrown()
    .report('2027-07-26T15:00:00.000Z', {
      type: 'letter-asked',
      rotationId: 'r1',
      writer: { name: 'Dr. Amsel', specialty: 'ir' },
    })
    .wait('2027-08-02T15:00:00.000Z');
  const [asked] = waiting.facts.rotations[0]?.letters ?? [];
  const declined = waiting.report(
    '2027-08-03T15:00:00.000Z',
    letter('letter-declined', asked?.id ?? ''),
  );
  const whyOn = (day: Day) => saidOf('G15', declined.facts, noonOf(day)).why;
  expect(whyOn('2027-09-21')).toMatch(/still has time before programs review/);
  expect(whyOn('2027-09-22')).toMatch(/misses the first review but can still be added/);
});

describe('the day to ask for a letter, the last of the rotation on Fri, Jul 30', () => {
  const saidAfter = (no: Day) => {
    const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', {
      type: 'letter-asked',
      rotationId: 'r1',
      writer: { name: 'Dr. Amsel', specialty: 'ir' },
    });
    const [first] = asked.facts.rotations[0]?.letters ?? [];
    const { facts } = asked
      .wait(noonOf(no))
      .report(noonOf(no), letter('letter-declined', first?.id ?? ''));
    const occasion = occasionOf('G15', facts, noonOf('2027-08-05'));
    const { zone } = facts.profile;
    return {
      email: nudgeSubject({ rung: '', occasion }, zone, noonOf('2027-08-05')),
      page: phraseWhen(occasion, zone, noonOf('2027-08-05')).text,
    };
  };

  test('is nobody’s fault who had asked by then, and whose writer said no after it', () => {
    expect(saidAfter('2027-08-02')).toEqual({
      email:
        'Late, best started by Fri, Jul 30, due Fri, Aug 20 (estimated): ask for a letter at the Brown IR rotation (15 days left)',
      page: 'Late: best started by Fri, Jul 30, 2027, before another writer was needed; due Fri, Aug 20, 2027',
    });
  });

  test('should have been kept after a no that came in time', () => {
    const { email, page } = saidAfter('2027-07-28');
    expect(email).toMatch(/^Should have started by Fri, Jul 30, due Fri, Aug 20 \(estimated\): /);
    expect(page).toMatch(/^Should have started by Fri, Jul 30, 2027, 6 days ago; due /);
  });
});

test('a talk with a mentor cannot wait for another email when the rotation is about to end', () => {
  const talk = occasionOf('G18', midwayAtBrown().facts, noonOf('2027-07-24'));
  const late = rungsOf(talk, 'America/New_York').find(({ name }) => name === '+1');
  // Due on Fri, Jul 23; the last day is Fri, Jul 30.
  expect(late && dayIn('America/New_York', late.by)).toBe('2027-07-25');
  expect(
    occasionsAt(midwayAtBrown().facts, PUBLISHED_WORLD, noonOf('2027-07-31')),
  ).not.toContainEqual(expect.objectContaining({ rule: 'G18' }));
});

test('the last day for the application is the day before Match Day, Fri, Mar 17, 2028', () => {
  const lost = occasionOf('G11', storyOf().facts, noonOf('2028-03-17'));
  expect(lost.words.why).toBe('The last day was Thu, Mar 16, 2028 (estimated).');
  expect(occasionOf('G11', storyOf().facts, noonOf('2028-03-16')).ladder).toBe('hard');
});

function saidOf(rule: string, facts: Facts, now: Instant) {
  return occasionOf(rule, facts, now).words;
}

function occasionOf(rule: string, facts: Facts, now: Instant) {
  const occasion = occasionsAt(facts, PUBLISHED_WORLD, now).find((each) => each.rule === rule);
  if (!occasion) throw new Error(`Nothing is said of ${rule}.`);
  return occasion;
}

function noonOf(day: Day): Instant {
  return instantAt(day, '12:00', 'America/New_York');
}
