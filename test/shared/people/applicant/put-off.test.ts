/** "Remind me later" is bounded at every door: a form, a webhook, and an email's link end in the same update. */
import { expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { accept } from '#shared/people/applicant/accept.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { NOVEMBER, storyOf } from '../../plan/moves/stories.ts';

/** The offer of Brown ends on Saturday, March 20. */
const OFFERED = storyOf()
  .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
  .report('2027-03-01T15:00:00.000Z', {
    type: 'offered',
    rotationId: 'r1',
    expiresOn: '2027-03-20',
  });

function putOff(rule: string, until: Day, now: Instant): string {
  const person = newApplicant({ id: 'alice', cohortId: 'c1', facts: OFFERED.facts }, NOVEMBER);
  const event = { type: 'snoozed', rule, subject: 'r1', until } as const;
  const verdict = accept(person, { id: 'u1', by: 'sender', event }, now, PUBLISHED_WORLD);
  return verdict.verdict === 'refused' ? refusalWords(verdict.refusal) : verdict.verdict;
}

test('an offer is put off to a day before its next reminder, and to none later', () => {
  const early = '2027-03-05T15:00:00.000Z';
  expect(putOff('accept', '2027-03-12', early)).toBe('accepted');
  expect(putOff('accept', '2027-03-18', early)).toContain(
    'The last day you can choose is Fri, Mar 12, 2027',
  );
});

test('on the eve of a reminder it cannot be put off at all', () => {
  expect(putOff('accept', '2027-03-19', '2027-03-18T15:00:00.000Z')).toContain(
    'cannot be put off any longer',
  );
});
