/** Alice, who aims for the 2028 Match and has Yale on her list for November 2027. */

import type { Instant } from '#shared/base/time/instant.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';

export const FEBRUARY: Instant = '2027-02-01T15:00:00.000Z';

export function aliceAtYale(id = 'alice'): Applicant {
  return newApplicant(
    {
      id,
      cohortId: 'c1',
      facts: {
        profile: {
          name: 'Alice Mathew',
          address: `${id}@example.org`,
          zone: 'Asia/Kolkata',
          matchYear: 2028,
          enrollment: 'enrolled',
          pathway: 'integrated-ir',
        },
        rotations: [
          {
            id: 'yale-1',
            host: { name: 'Yale School of Medicine', institutionId: 'yale' },
            specialty: 'ir',
            mode: 'hands-on',
            route: 'vslo',
            country: 'US',
            dates: { start: '2027-11-01', end: '2027-11-26' },
            stage: 'identify',
            status: 'shortlisted',
            since: FEBRUARY,
            checklist: [],
            letters: [],
          },
        ],
        documents: [],
      },
    },
    FEBRUARY,
  );
}
