/** What an applicant hears of a writer's answer. */
import { describe, expect, test } from 'vitest';
import { emailUrls } from '#shared/base/links/urls.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { accept } from '#shared/people/applicant/accept.ts';
import { type Actor, newApplicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { PUBLISHED_WORLD as world } from '#shared/world/world.ts';
import { midwayAtBrown } from '../../plan/moves/stories.ts';

const NOW: Instant = '2027-07-26T15:00:00.000Z';
const OF = { rotationId: 'r1', letterId: 'r8' } as const;
const URLS = emailUrls('https://rotations.example.org', { answer: 'AAA', unsubscribe: 'UUU' });

describe('the applicant is emailed that the writer', () => {
  test.each<[string, Event]>([
    [
      'Dr. Osei will upload the letter by Fri, Sep 10, 2027',
      { type: 'letter-promised', ...OF, by: '2027-09-10' },
    ],
    ['Dr. Osei cannot write the letter', { type: 'letter-declined', ...OF }],
    ['Dr. Osei uploaded the letter', { type: 'letter-uploaded', ...OF }],
  ])('%s', (subject, event) => {
    const { applicant, causeId } = after('writer', event);
    const email = renderEmail(
      { stream: 'message', nudges: [], causeId },
      applicant,
      URLS,
      world,
      NOW,
    );
    expect(email.subject).toBe(subject);
    expect(email.text).not.toContain('wrote this as your advisor');
    expect(email.text).toContain('You get this because you plan rotations with Away Rotations.');
  });

  test('will upload it too late for the first review, and what to do', () => {
    const promised = (by: Day) => after('writer', { type: 'letter-promised', ...OF, by });
    const said = (by: Day) => promised(by).causes[0]?.message?.paragraphs;
    expect(said('2027-09-21')).toEqual(['We remind the writer before that day.']);
    expect(said('2027-09-22')).toEqual([
      'Programs start to review on Wed, Sep 22, 2027 (estimated): ask for an earlier date, or arrange a backup letter.',
    ]);
  });

  test('but not of what they reported themselves, nor of a stop, which asks them to call', () => {
    expect(after('applicant', { type: 'letter-declined', ...OF }).causes).toEqual([]);
    const stopped = { type: 'letter-email-stopped', ...OF, why: 'asked' } as const;
    expect(after('writer', stopped).causes).toEqual([]);
  });

  test('and of a hand-over by its own notice, once', () => {
    const coordinator = { name: 'Kim Park', address: 'kim@example.org' };
    const { applicant } = after('writer', { type: 'letter-handed-over', ...OF, coordinator });
    expect(applicant.causes.map(({ notice }) => notice)).toEqual(['handed-over']);
  });
});

function after(by: Actor, event: Event) {
  const asked = midwayAtBrown().report(NOW, {
    type: 'letter-asked',
    rotationId: 'r1',
    writer: { name: 'Dr. Osei', specialty: 'ir' },
  });
  const letterId = asked.rotation.letters[0]?.id ?? '';
  const contact = { type: 'letter-contact', rotationId: 'r1', letterId } as const;
  const { facts } = asked.report(NOW, {
    ...contact,
    agreedInPerson: 'yes',
    address: 'osei@example.org',
  });
  const before = newApplicant({ id: 'alice', cohortId: 'c1', facts }, NOW);
  const update = { id: 'u1', by, event: { ...event, letterId } as Event };
  const answer = accept(before, update, NOW, world);
  if (answer.verdict !== 'accepted') throw new Error('The answer was not taken.');
  const { applicant } = answer;
  return { applicant, causes: applicant.causes, causeId: 'u1' };
}
