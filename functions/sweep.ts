/** The hourly sweep over everyone who is due: pages the due index and visits one person at a time. */
import type { Who } from '#shared/people/person/person.ts';
import { isPerson } from '#shared/store/items.ts';
import { duePages } from './due-pages.ts';
import { NOTHING_DONE, type NudgeDeps, nudge, type Visit } from './nudge.ts';

export interface SweepReport extends Omit<Visit, 'error' | 'againAt'> {
  due: number;
  /** False when pages were left: the next sweep continues. */
  finished: boolean;
  errors: { personId: string; error: unknown }[];
}

/** A person whose visit throws backs off; the others are visited all the same. Two sweeps at once are safe: a visit claims before it acts. */
export async function sweep(
  deps: NudgeDeps,
  visit: (who: Who) => Promise<Visit> = (who) => nudge(deps, who),
): Promise<SweepReport> {
  const report = newReport();
  for await (const { rows, isLast } of duePages(deps.store, deps.clock.now())) {
    for (const who of rows.filter(isPerson)) {
      report.due += 1;
      add(report, who.id, await visit(who));
    }
    report.finished = isLast;
  }
  return report;
}

export function reportOf(who: Who, visit: Visit): SweepReport {
  const report = { ...newReport(), due: 1, finished: true };
  add(report, who.id, visit);
  return report;
}

function newReport(): SweepReport {
  return { due: 0, ...NOTHING_DONE, notes: [], finished: false, errors: [] };
}

function add(report: SweepReport, personId: string, visit: Visit): void {
  const counts = Object.keys(NOTHING_DONE) as (keyof typeof NOTHING_DONE)[];
  for (const each of counts) report[each] += visit[each];
  report.notes.push(...visit.notes);
  if (visit.error !== undefined) report.errors.push({ personId, error: visit.error });
}
