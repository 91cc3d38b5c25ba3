/** What an email need not say again, since the page or another email has just said it. Dr. Osei's letter is uploaded on Mon, Oct 4, 2027, while programs read, and is to be assigned within a week. */
import { expect, test } from 'vitest';
import { rungsOf } from '#shared/agenda/ladder.ts';
import type { Day } from '#shared/base/time/day.ts';
import { DAY_MS, dayIn, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { accept } from '#shared/people/applicant/accept.ts';
import { openNudges } from '#shared/people/mailing/open-nudges.ts';
import { type Actor, type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD as world } from '#shared/world/world.ts';
import { letter, midwayAtBrown } from '../../plan/moves/stories.ts';
import { aliceAtYale, FEBRUARY } from './alice.ts';

const MONDAY: Instant = '2027-10-04T14:00:00.000Z';

test('a writer’s upload is emailed at once, so that its step is named again after three days', () => {
  expect(assignFrom('writer')).toBe('2027-10-07');
});

test('one that an advisor recorded is reported by no email, and named with the next', () => {
  expect(assignFrom('advisor')).toBe('2027-10-04');
});

/** From what day on an email of the next morning may ask to assign the letter. */
function assignFrom(by: Actor): Day | undefined {
  const asked = midwayAtBrown().report('2027-07-26T15:00:00.000Z', {
    type: 'letter-asked',
    rotationId: 'r1',
    writer: { name: 'Dr. Osei', specialty: 'ir' },
  });
  const [{ id = '' } = {}] = asked.rotation.letters;
  const agreed = asked.report('2027-07-27T15:00:00.000Z', letter('letter-agreed', id));
  const before = newApplicant({ id: 'alice', cohortId: 'c1', facts: agreed.facts }, MONDAY);
  const uploaded = { id: 'u1', by, event: letter('letter-uploaded', id) } as const;
  const answer = accept(before, uploaded, MONDAY, world);
  if (answer.verdict !== 'accepted') throw new Error('The upload was refused.');
  const { applicant } = answer;
  const { zone } = applicant.facts.profile;
  const morning = plusMs(MONDAY, DAY_MS);
  const timed = occasionsAt(applicant.facts, world, morning)
    .filter(({ rule }) => rule === 'assign-letter')
    .map((occasion) => ({ occasion, rungs: rungsOf(occasion, zone) }));
  const [open] = openNudges(applicant, timed, morning);
  return open && dayIn(zone, open.from);
}

test('the first words about an offer are for a reader who did not enter it', () => {
  expect(saidOfOffer('advisor', ['2027-02-02', '2027-02-23'])).toEqual(['opens', '7']);
  expect(saidOfOffer('applicant', ['2027-02-02', '2027-02-23'])).toEqual([undefined, '7']);
});

test('an offer entered a week before its end is named three days before it, no matter who entered it', () => {
  const eighth = '2027-02-09';
  expect(saidOfOffer('advisor', ['2027-02-02', '2027-02-06'], eighth)).toEqual(['7', '3']);
  expect(saidOfOffer('applicant', ['2027-02-02', '2027-02-06'], eighth)).toEqual([undefined, '3']);
});

/** What the emails of some days may say about an offer at Yale that was entered on Feb 1. */
function saidOfOffer(by: Actor, days: readonly Day[], expiresOn: Day = '2027-03-02') {
  const applied = reported(aliceAtYale(), 'applicant', { type: 'applied', rotationId: 'yale-1' });
  const offered = reported(applied, by, { type: 'offered', rotationId: 'yale-1', expiresOn });
  return days.map((day) => {
    const morning: Instant = `${day}T06:00:00.000Z`;
    const timed = occasionsAt(offered.facts, world, morning)
      .filter(({ rule }) => rule === 'accept')
      .map(({ startBy: _, ...occasion }) => ({ occasion, rungs: rungsOf(occasion, IST) }));
    return openNudges(offered, timed, morning)[0]?.nudge.rung;
  });
}

const IST = 'Asia/Kolkata';

test('that a host rules a rotation out is said once, whatever is reported of it later', () => {
  const facts = { ...aliceAtYale().facts, rotations: [] };
  const begun = newApplicant({ id: 'alice', cohortId: 'c1', facts }, FEBRUARY);
  const added = reported(begun, 'applicant', {
    type: 'rotation-added',
    rotation: {
      host: { name: 'Baylor College of Medicine', institutionId: 'baylor' },
      specialty: 'ir',
      mode: 'hands-on',
      route: 'institution',
      country: 'US',
      // Baylor takes visitors from January to June only.
      dates: { start: '2027-08-02', end: '2027-08-27' },
    },
  });
  const [{ id: rotationId = '' } = {}] = added.facts.rotations;
  const later = plusMs(FEBRUARY, 30 * DAY_MS);
  const applied = reported(added, 'applicant', { type: 'applied', rotationId }, later);
  const lostOn = ({ facts: now }: typeof added, at: Instant) =>
    occasionsAt(now, world, at).find(({ rule, ladder }) => rule === 'gate' && ladder === 'loss')
      ?.deadline.day;
  expect(lostOn(added, FEBRUARY)).toBe('2027-02-01');
  expect(lostOn(applied, later)).toBe('2027-02-01');
});

function reported(person: Applicant, by: Actor, event: Event, at = FEBRUARY): Applicant {
  const answer = accept(person, { id: `${event.type}-1`, by, event }, at, world);
  if (answer.verdict !== 'accepted') throw new Error(`${event.type} was refused.`);
  return answer.applicant;
}
