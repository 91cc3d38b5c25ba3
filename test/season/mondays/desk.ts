/** Two advisors of the season's cohort, of whom one reads the Monday brief: every weekday they take cases and plan calls. */
import { update } from '#functions/update.ts';
import { type Day, plusDays, weekdayOf } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { newCohort } from '#shared/cohort/cohort.ts';
import { newAdvisor } from '#shared/people/advisor/advisor.ts';
import { openCaseOf } from '#shared/people/casework/casework.ts';
import type { Event } from '#shared/people/person/event.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Store } from '#shared/store/store.ts';
import type { World } from '#shared/world/world.ts';
import type { Ports } from '../faults.ts';
import type { Random } from '../random.ts';

export const READER = { id: 'vogt', name: 'Dr. Vogt' };
const COLLEAGUE = { id: 'osei', name: 'Dr. Osei' };

export const COHORT = { id: 'season', name: 'Match 2028' };
const TAKEN_A_DAY = 2;

export async function openDesk(store: Store, start: Instant): Promise<void> {
  await store.write(newCohort(COHORT, start));
  const profile = { name: READER.name, address: 'vogt@example.org', zone: EASTERN };
  const reader = { id: READER.id, profile, role: 'lead' } as const;
  await store.write(newAdvisor({ ...reader, cohortIds: [COHORT.id] }, start));
}

/** A day at the desk: a follow-up that has come is put off half of the time, and some cases are taken. */
export async function workDay(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  world: World,
  random: Random,
): Promise<void> {
  const today = dayIn(EASTERN, clock.now());
  if ([0, 6].includes(weekdayOf(today))) return;
  const { rows } = await store.cohort(COHORT.id, 1000);
  let taken = 0;
  for (const { id } of rows) {
    const open = openCaseOf((await store.read('applicant', id))?.casework);
    if (!open) continue;
    const isDue = open.followUpOn && open.followUpOn <= today;
    const isTaken = !open.owner && taken < TAKEN_A_DAY && random.chance(0.3);
    if (isTaken) taken += 1;
    if (!isTaken && !(isDue && random.chance(0.5))) continue;
    const owner = random.chance(0.5) ? READER : COLLEAGUE;
    await tell(open.id, id, owner, plusDays(today, random.between(2, 12)));
  }

  async function tell(caseId: string, id: string, owner: typeof READER, followUpOn: Day) {
    const event: Event = {
      type: 'case-updated',
      caseId,
      owner: owner.name,
      ownerId: owner.id,
      followUpOn,
    };
    const deps = { store, clock, worldFor: () => world, workflow: NO_WORKFLOW };
    await update(deps, id, { id: `desk-${today}`, by: 'advisor', event });
  }
}
