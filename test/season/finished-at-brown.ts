/** Someone after a rotation that ended in July, with a letter that its writer was asked for. */

import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';

export function finishedAtBrown(
  person: Applicant,
  at: Instant,
  { rotationId, letterId }: { readonly rotationId: string; readonly letterId: string },
): Applicant {
  return {
    ...person,
    createdAt: at,
    dueAt: at,
    facts: {
      ...person.facts,
      rotations: [
        {
          id: rotationId,
          host: { name: 'Brown' },
          specialty: 'ir',
          mode: 'hands-on',
          route: 'institution',
          country: 'US',
          stage: 'request-letter',
          status: 'waiting',
          since: at,
          dates: { start: '2027-07-05', end: '2027-07-30' },
          checklist: [],
          letters: [
            {
              id: letterId,
              writer: { name: 'Dr. Osei', specialty: 'ir' },
              status: 'asked',
              askedOn: '2027-07-26',
              since: at,
            },
          ],
        },
      ],
    },
  };
}
