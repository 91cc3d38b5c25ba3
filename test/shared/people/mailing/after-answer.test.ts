/** Dr. Osei's letter is uploaded on Mon, Oct 4, 2027, while programs read, and is to be assigned within a week. */
import { expect, test } from 'vitest';
import { rungsOf } from '#shared/agenda/ladder.ts';
import type { Day } from '#shared/base/time/day.ts';
import { DAY_MS, dayIn, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { accept } from '#shared/people/applicant/accept.ts';
import { openNudges } from '#shared/people/mailing/open-nudges.ts';
import { type Actor, newApplicant } from '#shared/people/person/applicant.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD as world } from '#shared/world/world.ts';
import { letter, midwayAtBrown } from '../../plan/moves/stories.ts';

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
