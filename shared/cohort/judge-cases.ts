/** What the rules make of a person's cases now: the move they owe, written as an event of the history. */

import type { Instant } from '#shared/base/time/instant.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { caseOwed, moveCase, withLaterReasons } from '#shared/people/casework/case-moves.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { World } from '#shared/world/world.ts';
import { riskViewOf } from './risk/finding.ts';
import { risksOf } from './risk/risks-of.ts';
import type { Thresholds } from './risk/thresholds.ts';

/**
 * The item with a case opened, joined by a later reason, or closed, as its risks demand; the same object where nothing
 * is owed, so that looking twice opens nothing twice. No fact, no revision: nobody's form is disturbed.
 */
export function withCasesJudged(
  applicant: Applicant,
  thresholds: Thresholds,
  world: World,
  now: Instant,
): Applicant {
  const present = withOutlook(withTimePassed(applicant, now, world), world, now);
  const season = world.season(applicant.facts.profile.matchYear);
  const findings = risksOf(riskViewOf(summaryOfApplicant(present), season, thresholds, now));
  const { casework } = applicant;
  const owed = caseOwed(casework, findings, now);
  if (!owed) {
    const joined = casework && withLaterReasons(casework, findings);
    return joined === casework || !joined ? applicant : { ...applicant, casework: joined };
  }
  const id = `t-${owed.type}-${(casework?.opened ?? 0) + Number(owed.type === 'case-opened')}`;
  const moved = moveCase(casework, owed, 'rules', id, now);
  if (!moved.ok) throw new Error(`The rules owe a case what it refuses: ${moved.failure.reason}`);
  return {
    ...applicant,
    casework: moved.value,
    history: [...applicant.history, { id, at: now, by: 'time', event: owed }],
  };
}
