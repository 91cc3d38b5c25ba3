/** A plan that an advisor takes off a cohort's report stays its owner's; for 30 days, an advisor may bring it back. */
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { withNotice } from '../mailing/requested.ts';
import type { Applicant } from '../person/applicant.ts';
import type { Notice } from '../person/person.ts';
import { SELF_COHORT } from './pending.ts';

export const ARCHIVE_DAYS = 30;

/** Where the cohort index lists what was archived from a cohort. No cohort's ID has a period. */
export function archiveOf(cohortId: string): string {
  return `${cohortId}.archive`;
}

/** Each of these emails the applicant: no advisor can send more of them in a day by pressing buttons. */
const LISTED_A_DAY_MAX = 4;
const LISTED: readonly Notice[] = ['archived', 'brought-back', 'moved'];

/** True once the plan has been taken off lists and put back so often in a day that it has to stay where it is. */
export function wasListedOften({ causes, emails }: Applicant, now: Instant): boolean {
  const since = plusMs(now, -DAY_MS);
  const recent = [
    ...causes.flatMap(({ id, at }) => (at > since ? [id] : [])),
    ...emails.flatMap(({ keys, claimedAt }) => (claimedAt > since ? keys : [])),
  ];
  const isListing = (id: string) => LISTED.some((notice) => id.startsWith(`${notice}-`));
  return new Set(recent.filter(isListing)).size >= LISTED_A_DAY_MAX;
}

/** Its advisors see nothing of it from this write on. */
export function archived(applicant: Applicant, by: string, now: Instant): Applicant {
  const { casework, cohortId: from, ...own } = applicant;
  const back = { by, ...(casework && { casework }) };
  const plan = { ...own, cohortId: SELF_COHORT, archived: { from, since: now, back } };
  return noticed(plan, 'archived', from, now);
}

/** True while the advisors of the cohort may bring it back. */
export function mayComeBack({ cohortId, archived }: Applicant, to: string): boolean {
  return cohortId === SELF_COHORT && archived?.from === to && archived.back !== undefined;
}

export function broughtBack(applicant: Applicant, now: Instant): Applicant {
  const { archived: was, ...own } = applicant;
  if (!was?.back) return applicant;
  const { casework } = was.back;
  const plan = { ...own, cohortId: was.from, ...(casework && { casework }) };
  return noticed(plan, 'brought-back', was.from, now);
}

/** After the 30 days its cases are erased: the plan is its owner's for good. */
export function withArchiveClosed(applicant: Applicant, now: Instant): Applicant {
  const { archived: was } = applicant;
  if (!was?.back || now < plusMs(was.since, ARCHIVE_DAYS * DAY_MS)) return applicant;
  const { from, since } = was;
  return { ...applicant, archived: { from, since } };
}

/** Moves the plan to another cohort of the advisor. `team`: who advises there; a case of anyone else loses its owner. */
export function movedTo(
  applicant: Applicant,
  cohortId: string,
  team: readonly string[],
  now: Instant,
): Applicant {
  const { casework, ...kept } = applicant;
  const cases = casework?.cases.map((each) => {
    const { owner: _, ownerId, ...unowned } = each;
    return ownerId !== undefined && team.includes(ownerId) ? each : unowned;
  });
  const plan = {
    ...kept,
    cohortId,
    ...(casework && cases && { casework: { opened: casework.opened, cases } }),
  };
  return noticed(plan, 'moved', cohortId, now);
}

/** The school that made or follows the plan, which the email that asks whose plan it is names. */
export function schoolOf({ cohortId, archived }: Pick<Applicant, 'cohortId' | 'archived'>): string {
  return archived?.from ?? cohortId;
}

/** Due now: another cohort may have other dates. */
function noticed(plan: Applicant, notice: Notice, about: string, now: Instant): Applicant {
  return { ...withNotice(plan, notice, String(plan.version), now, { about }), dueAt: now };
}
