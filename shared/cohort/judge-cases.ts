/** Opens and closes cases as the rules demand, and records each move in the history. */
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { hasAdvisor } from '#shared/people/applicant/pending.ts';
import { caseOwed, moveCase, withLaterReasons } from '#shared/people/casework/case-moves.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { type Applicant, isOnlyTyped } from '#shared/people/person/applicant.ts';
import { risksOf } from './risk/risks-of.ts';

/** The same object where nothing is due. The revision stays, so that no open form becomes stale. `applicant` has its present outlook. */
export function withCasesJudged(applicant: Applicant, now: Instant): Applicant {
  if (applicant.erased || isOnlyTyped(applicant) || !hasAdvisor(applicant)) return applicant;
  const findings = risksOf(summaryOfApplicant(applicant), dayIn(EASTERN, now));
  const { casework } = applicant;
  const owed = caseOwed(casework, findings, now);
  if (!owed) {
    const joined = casework && withLaterReasons(casework, findings);
    return joined === casework || !joined ? applicant : { ...applicant, casework: joined };
  }
  const id = `t-${owed.type}-${(casework?.opened ?? 0) + Number(owed.type === 'case-opened')}`;
  const moved = moveCase(casework, owed, 'rules', id, now);
  if (!moved.ok)
    throw new Error(`The rules demand a case move that is refused: ${moved.failure.reason}`);
  return {
    ...applicant,
    casework: moved.value,
    history: [...applicant.history, { id, at: now, by: 'time', event: owed }],
  };
}
