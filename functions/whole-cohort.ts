/** Everybody in a cohort, from one range of its index, without reading an item; and its advisors. */

import { PAGE_ROWS_MAX } from '#shared/base/limits.ts';
import type { CaseOwner } from '#shared/cohort/acts.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { type Advisor, roleAt } from '#shared/people/advisor/advisor.ts';
import { WORKERS } from '#shared/people/advisor/role.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import type { Store } from '#shared/store/store.ts';

/** The most people that one report reads: its counts must be of everybody, and a read must end. */
const REPORT_PEOPLE_MAX = 20_000;

/** Throws beyond `REPORT_PEOPLE_MAX`: counts of a part would be read as counts of all. */
export async function wholeCohort(store: Store, cohortId: string): Promise<Summary[]> {
  const people: Summary[] = [];
  let from: string | undefined;
  do {
    const { rows, next } = await store.cohort(cohortId, PAGE_ROWS_MAX, from);
    people.push(...rows);
    from = next;
    if (people.length > REPORT_PEOPLE_MAX) {
      throw new Error(`The cohort ${cohortId} has more than ${REPORT_PEOPLE_MAX} people.`);
    }
  } while (from !== undefined);
  return people;
}

export function ownerOf({ id, profile }: Advisor): CaseOwner {
  return { id, name: profile.name };
}

/** By name; without those who left or only audit. */
export async function teamOf(
  { store }: { readonly store: Store },
  { id: cohortId, advisorIds }: Cohort,
): Promise<CaseOwner[]> {
  const advisors = await Promise.all(advisorIds.map((id) => store.read('advisor', id)));
  return advisors
    .flatMap((each) => each ?? [])
    .filter((each) => each.cohortIds.includes(cohortId) && WORKERS.includes(roleAt(each, cohortId)))
    .map(ownerOf)
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
