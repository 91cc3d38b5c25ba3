import { expect, test } from 'vitest';
import { accept, type Verdict, WRITERS_NAMED_MAX } from '#shared/people/applicant/accept.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, NOVEMBER } from '../../plan/moves/stories.ts';

const MENTOR = { rotationId: 'plan', letterId: 'mentor' } as const;

test('a plan cannot email a crowd: names that were taken back count, and one too many is refused', () => {
  let alice = newApplicant({ id: 'alice', cohortId: 'c1', facts: aliceFacts() }, NOVEMBER);
  const writer = { name: 'Dr. Osei', specialty: 'research' } as const;
  alice = accepted(alice, 'mentor', { type: 'letter-asked', rotationId: 'plan', writer });
  for (let n = 1; n <= WRITERS_NAMED_MAX; n += 1) {
    alice = accepted(alice, `n${n}`, contactAt(n));
    alice = accepted(alice, `b${n}`, { type: 'undone' });
  }
  expect(reported(alice, 'more', contactAt(99))).toMatchObject({
    verdict: 'refused',
    refusal: { reason: 'too-many-writers-named' },
  });
  expect(reported(alice, 'said', { type: 'letter-agreed', ...MENTOR }).verdict).toBe('accepted');
});

function contactAt(n: number): Event {
  const address = `somebody${n}@example.org`;
  return { type: 'letter-contact', ...MENTOR, agreedInPerson: 'yes', address };
}

function reported(applicant: Applicant, id: string, event: Event): Verdict {
  return accept(applicant, { id, by: 'applicant', event }, NOVEMBER, PUBLISHED_WORLD);
}

function accepted(applicant: Applicant, id: string, event: Event): Applicant {
  const verdict = reported(applicant, id, event);
  if (verdict.verdict !== 'accepted') throw new Error(JSON.stringify(verdict));
  return verdict.applicant;
}
