/** Everything that puts one person at risk on one day, each reason explained, never a score. */
import type { Day } from '#shared/base/time/day.ts';
import { RISK_LEVELS } from '#shared/people/casework/codes.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import type { Finding } from './finding.ts';
import { ofMatter } from './of-matter.ts';
import { outsideFindings } from './outside.ts';

/** Gravest first; of one level, what is lost first, as the agenda has it. Deleted plans have none. */
export function risksOf(row: Summary, today: Day): Finding[] {
  if (row.erased) return [];
  const ofAgenda = (row.outlook?.findings ?? []).map((found) => ofMatter(found, row, today));
  return [...ofAgenda, ...outsideFindings(row, today)].toSorted(
    (a, b) => RISK_LEVELS.indexOf(a.level) - RISK_LEVELS.indexOf(b.level),
  );
}
