/** Who advises the demo cohort: one of each role. */
import { type Enrollment, enrolAdvisor } from '#functions/enroll-advisor.ts';
import type { Parts } from '../parts.ts';
import { DEMO_COHORT } from './cast.ts';

/** By the name that opens their page: `/as/dana`. */
export const DEMO_ADVISORS: Readonly<Record<string, Enrollment>> = {
  dana: advisor('Dana Whitfield', 'dana@example.org', 'lead'),
  omar: advisor('Omar Haddad', 'omar@example.org', 'advisor'),
  quinn: advisor('Quinn Abara', 'quinn@example.org', 'auditor'),
};

export async function enrolDemoAdvisors({ store, clock, secrets }: Parts): Promise<void> {
  for (const enrollment of Object.values(DEMO_ADVISORS)) {
    await enrolAdvisor({ store, clock, pepper: secrets.pepper }, enrollment);
  }
}

function advisor(name: string, address: string, role: Enrollment['role']): Enrollment {
  const profile = { name, address, zone: 'America/Chicago' };
  return { profile, role, cohort: { id: DEMO_COHORT, name: 'Demo cohort' } };
}
