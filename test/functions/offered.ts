/** Someone with an offer to answer by a Saturday in March: there is something to email them that week. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';

export function offered(person: Applicant, since: Instant): Applicant {
  return {
    ...person,
    facts: {
      ...person.facts,
      rotations: [
        {
          id: 'r1',
          host: { name: 'Brown' },
          specialty: 'ir',
          mode: 'hands-on',
          route: 'institution',
          country: 'US',
          stage: 'apply',
          status: 'offered',
          since,
          offer: { expiresOn: '2027-03-20' },
          dates: { start: '2027-07-05', end: '2027-07-30' },
          checklist: [],
          letters: [],
        },
      ],
    },
  };
}
