/** Everything that puts one person at risk on one day, each reason explained, never a score. */
import type { Day } from '#shared/base/time/day.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import type { Finding } from './finding.ts';
import { ofMatter } from './of-matter.ts';

/** Gravest first; of one level, what is lost first, as the agenda has it. Deleted plans have none. */
export function risksOf(row: Summary, today: Day): Finding[] {
  return row.erased
    ? []
    : (row.outlook?.findings ?? []).map((found) => ofMatter(found, row, today));
}
