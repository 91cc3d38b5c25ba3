/** A message that counts as a contact: recorded in the case of each applicant who gets it, as a logged call is. */
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { moveCase } from '#shared/people/casework/case-moves.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { caseEventOf } from './acts.ts';
import type { Bulk } from './bulk.ts';

/** The same applicant if the case is full; the message is sent all the same. */
export function withContact(
  applicant: Applicant,
  { id, message: { from, by } }: Bulk,
  now: Instant,
): Applicant {
  const { casework, history } = applicant;
  if (!by) return applicant;
  const event = caseEventOf(
    { act: 'write' },
    casework,
    { id: by, name: from },
    dayIn(EASTERN, now),
  );
  const moved = moveCase(casework, event, 'advisor', id, now);
  if (!moved.ok) return applicant;
  const entry = { id, at: now, by: 'advisor', event } as const;
  return { ...applicant, casework: moved.value, history: [...history, entry] };
}
