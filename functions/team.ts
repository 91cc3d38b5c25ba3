/** The advisors of a cohort, each of whom may own its cases. */
import type { CaseOwner } from '#shared/cohort/acts.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { type Advisor, roleAt } from '#shared/people/advisor/advisor.ts';
import { WORKERS } from '#shared/people/advisor/role.ts';
import type { Store } from '#shared/store/store.ts';

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
