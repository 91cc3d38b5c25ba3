/** The demo cohort's advisors, one for each role, and the cases that they work on. */
import { type Enrollment, enrollAdvisor } from '#functions/enroll-advisor.ts';
import { type UpdateDeps, update } from '#functions/update.ts';
import type { Day } from '#shared/base/time/day.ts';
import { openCaseOf } from '#shared/people/casework/casework.ts';
import type { Parts } from '../parts.ts';
import { DEMO_COHORT } from './cast.ts';
import type { DemoStart } from './story.ts';

/** By the name in the address that signs them in: `/as/dana`. */
export const DEMO_ADVISORS: Readonly<Record<string, Enrollment>> = {
  dana: advisor('Dana Whitfield', 'dana@example.org', 'lead'),
  omar: advisor('Omar Haddad', 'omar@example.org', 'advisor'),
  quinn: advisor('Quinn Abara', 'quinn@example.org', 'auditor'),
};

export async function enrollDemoAdvisors({ store, clock, secrets }: Parts): Promise<void> {
  for (const enrollment of Object.values(DEMO_ADVISORS)) {
    await enrollAdvisor({ store, clock, pepper: secrets.pepper }, enrollment);
  }
}

function advisor(name: string, address: string, role: Enrollment['role']): Enrollment {
  const profile = { name, address, zone: 'America/Chicago' };
  return { profile, role, cohort: { id: DEMO_COHORT, name: 'Demo cohort' } };
}

interface Taken {
  readonly personId: string;
  readonly advisor: 'dana' | 'omar';
  readonly note: string;
  readonly followUpOn: Day;
  readonly contactedOn?: Day;
}

/** The cases that have an owner when the demo starts; the others wait. */
function taken({ day }: DemoStart): Taken[] {
  return [
    {
      personId: 'farah',
      advisor: 'dana',
      note: 'Called her: she will ask the second attending on Monday.',
      followUpOn: day(0),
      contactedOn: day(-2),
    },
    {
      personId: 'emeka',
      advisor: 'omar',
      note: 'Asked the occupational health office for its next free day.',
      followUpOn: day(3),
    },
  ];
}

/** Throws if an update is refused, because then the list above is wrong. */
export async function takeCases(
  deps: UpdateDeps & { newId(): string },
  start: DemoStart,
): Promise<void> {
  for (const { personId, advisor, ...work } of taken(start)) {
    const person = await deps.store.read('applicant', personId);
    const open = openCaseOf(person?.casework);
    const owner = DEMO_ADVISORS[advisor]?.profile.name;
    if (!person || !open || !owner) continue;
    const { answer } = await update(deps, personId, {
      id: deps.newId(),
      by: 'advisor',
      revision: person.revision,
      event: { type: 'case-updated', caseId: open.id, owner, ...work },
    });
    if (answer !== 'accepted')
      throw new Error(`The demo's ${advisor} cannot take a case: ${answer}`);
  }
}
