/** A plan that its owner began alone, shared with the advisors of one cohort, and taken out again. */
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type Advisor, roleAt } from '../advisor/advisor.ts';
import { WORKERS } from '../advisor/role.ts';
import { withNotice } from '../mailing/requested.ts';
import { type Applicant, isDeleted, isOnlyTyped } from '../person/applicant.ts';
import { SELF_COHORT } from './pending.ts';

/** True for somebody whose plan no school imported: only they decide who sees it. */
export function isSelfBegun({ cohortId, shared }: Pick<Applicant, 'cohortId' | 'shared'>): boolean {
  return cohortId === SELF_COHORT || shared !== undefined;
}

/** True for a plan whose owner began it, or has answered something on it. */
export function isUsed(applicant: Applicant): boolean {
  if (isDeleted(applicant) || isOnlyTyped(applicant)) return false;
  return isSelfBegun(applicant) || applicant.history.some(({ by }) => by === 'applicant');
}

/** An advisor who was dismissed, or only audits the cohort, invites nobody. */
export function mayInvite(advisor: Advisor | undefined, cohortId: string): advisor is Advisor {
  return (
    advisor?.cohortIds.includes(cohortId) === true && WORKERS.includes(roleAt(advisor, cohortId))
  );
}

export function sharedWith(
  applicant: Applicant,
  cohortId: string,
  now: Instant,
): Result<Applicant, 'shared-already'> {
  if (applicant.cohortId === cohortId && applicant.shared) return success(applicant);
  if (applicant.cohortId !== SELF_COHORT) return failure('shared-already');
  const shared = { ...applicant, cohortId, shared: { since: now } };
  return success(withNotice(shared, 'shared', String(applicant.version), now));
}

/** What advisors noted about the plan stays with nobody: it was about a plan that they no longer see. */
export function takenOut(applicant: Applicant, now: Instant): Applicant {
  if (!applicant.shared) return applicant;
  const { shared: _, casework: __, ...own } = applicant;
  return withNotice({ ...own, cohortId: SELF_COHORT }, 'taken-out', String(applicant.version), now);
}
