/** Who reads what an applicant answers to an email. */

import { type Advisor, roleAt } from '#shared/people/advisor/advisor.ts';
import { hasAdvisor } from '#shared/people/applicant/pending.ts';
import { openCaseOf } from '#shared/people/casework/casework.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Email } from '#shared/store/mailer.ts';
import type { Store } from '#shared/store/store.ts';

/**
 * The author of the message, else the owner of the open case, else a lead of the cohort, else anybody who advises it.
 * Undefined where nobody does: then the operator's mailbox gets it.
 * @param author the advisor's name in a message
 */
export async function advisorOf(
  store: Pick<Store, 'read'>,
  applicant: Pick<Applicant, 'cohortId' | 'casework'>,
  author?: string,
): Promise<Email['replyTo']> {
  const { cohortId } = applicant;
  if (!hasAdvisor(applicant)) return undefined;
  const ids = (await store.read('cohort', cohortId))?.advisorIds ?? [];
  const all = await Promise.all(ids.map((id) => store.read('advisor', id)));
  const advising = all.flatMap((each) =>
    each?.cohortIds.includes(cohortId) && roleAt(each, cohortId) !== 'auditor' ? [each] : [],
  );
  const owner = openCaseOf(applicant.casework)?.owner;
  const isBest: ((each: Advisor) => boolean)[] = [
    ({ profile }) => profile.name === author,
    ({ id }) => id === owner,
    (each) => roleAt(each, cohortId) === 'lead',
    () => true,
  ];
  for (const is of isBest) {
    const found = advising.find(is);
    if (found) return { name: found.profile.name, address: found.profile.address };
  }
  return undefined;
}
