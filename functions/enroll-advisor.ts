/** Gives somebody a cohort to advise, or takes it from them. Repeating either changes nothing more. */

import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { type Cohort, newCohort } from '#shared/cohort/cohort.ts';
import {
  type Advisor,
  advisorIdOf,
  isDismissed,
  newAdvisor,
  rolesOf,
  withRoles,
} from '#shared/people/advisor/advisor.ts';
import type { Item, ItemKind, ItemOf } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';

export interface Enrollment {
  readonly profile: Advisor['profile'];
  readonly role: Advisor['role'];
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
}

export interface EnrolDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly pepper: string;
}

/** A new person, a new cohort, or both; the cohort first, so that whoever can open it finds it there. */
export async function enrolAdvisor(
  { store, clock, pepper }: EnrolDeps,
  { profile, role, cohort }: Enrollment,
): Promise<Advisor> {
  const now = clock.now();
  const advisorId = advisorIdOf(profile.address, pepper);
  await change(store, 'cohort', cohort.id, (known = newCohort(cohort, now)) => ({
    ...known,
    advisorIds: withOne(known.advisorIds, advisorId),
  }));
  return change(
    store,
    'advisor',
    advisorId,
    (item = newAdvisor({ id: advisorId, profile, role, cohortIds: [] }, now)) =>
      withRoles({ ...item, profile }, { ...rolesOf(item), [cohort.id]: role }),
  );
}

/**
 * The person first: from that write on their sessions open nothing of this cohort. Undefined when nobody advises under the
 * address.
 */
export async function dismissAdvisor(
  { store, pepper }: Omit<EnrolDeps, 'clock'>,
  address: string,
  cohortId: string,
): Promise<Advisor | undefined> {
  const advisorId = advisorIdOf(address, pepper);
  const known = await store.read('advisor', advisorId);
  if (!known) return undefined;
  const dismissed = await change(store, 'advisor', advisorId, (item = known) => {
    const { [cohortId]: _, ...left } = rolesOf(item);
    const after = withRoles(item, left);
    // Sessions and links end for good: nobody gets them back by advising again.
    return isDismissed(after) ? { ...after, linkEpoch: item.linkEpoch + 1, causes: [] } : after;
  });
  const cohort = await store.read('cohort', cohortId);
  if (cohort) {
    await change(store, 'cohort', cohortId, (item = cohort) => ({
      ...item,
      advisorIds: item.advisorIds.filter((id) => id !== advisorId),
    }));
  }
  return dismissed;
}

async function change<Kind extends ItemKind>(
  store: Store,
  kind: Kind,
  id: string,
  changed: (known: ItemOf<Kind> | undefined) => ItemOf<Kind> & Item,
): Promise<ItemOf<Kind>> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const item = changed(await store.read(kind, id));
    const wrote = await store.write(item);
    if (wrote.written) return { ...item, version: wrote.version };
  }
  throw new Error(`A ${kind} could not be written: too many writers at once.`);
}

function withOne(ids: readonly string[], id: string): string[] {
  return [...new Set([...ids, id])];
}
