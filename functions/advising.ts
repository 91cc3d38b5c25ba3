/** Who advises a cohort now, and which of them replies to a person. Permissions are in each advisor's own item. */
import { type Advisor, roleAt } from '#shared/people/advisor/advisor.ts';
import { hasAdvisor } from '#shared/people/applicant/pending.ts';
import { openCaseOf } from '#shared/people/casework/casework.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Email } from '#shared/store/mailer.ts';
import type { Store } from '#shared/store/store.ts';

/** The message's author, the open case's owner, a lead, or anyone who advises the cohort; undefined when replies go to the operator's mailbox. */
export async function advisorOf(
  store: Pick<Store, 'read'>,
  applicant: Pick<Applicant, 'cohortId' | 'casework'>,
  authorId?: string,
): Promise<Email['replyTo']> {
  const { cohortId } = applicant;
  if (!hasAdvisor(applicant)) return undefined;
  const advising = await advisingIn(store, cohortId);
  const ownerId = openCaseOf(applicant.casework)?.ownerId;
  const isBest: ((each: Advisor) => boolean)[] = [
    ({ id }) => id === authorId,
    ({ id }) => id === ownerId,
    (each) => roleAt(each, cohortId) === 'lead',
    () => true,
  ];
  for (const is of isBest) {
    const found = advising.find(is);
    if (found) return { name: found.profile.name, address: found.profile.address };
  }
  return undefined;
}

/** Everyone except auditors, who may only look. */
export async function advisingIn(store: Pick<Store, 'read'>, cohortId: string): Promise<Advisor[]> {
  const ids = (await store.read('cohort', cohortId))?.advisorIds ?? [];
  const all = await Promise.all(ids.map((id) => store.read('advisor', id)));
  return all.flatMap((each) =>
    each?.cohortIds.includes(cohortId) && roleAt(each, cohortId) !== 'auditor' ? [each] : [],
  );
}
