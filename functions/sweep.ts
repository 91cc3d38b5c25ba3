/** The hourly sweep over everybody who is due: pages the due index and visits one person at a time. */
import { SWEEP_PAGE_MAX, SWEEP_PAGES_MAX } from '#shared/base/limits.ts';
import type { Who } from '#shared/people/person/person.ts';
import { isPerson } from '#shared/store/items.ts';
import { type NudgeDeps, nudge, type Visit } from './nudge.ts';

/** The sums of a sweep's visits, and its errors. */
export interface SweepReport extends Omit<Visit, 'error' | 'againAt'> {
  due: number;
  /** False when pages were left: the next sweep continues. */
  finished: boolean;
  errors: { personId: string; error: unknown }[];
}

/**
 * Reads pages of people due by now and visits each. A person whose visit throws is reported and backs off; the others are visited all the same.
 * Two sweeps at once are safe: every visit reads its person and claims before it acts.
 */
export async function sweep(
  deps: NudgeDeps,
  visit: (who: Who) => Promise<Visit> = (who) => nudge(deps, who),
): Promise<SweepReport> {
  const now = deps.clock.now();
  const report = newReport();
  let from: string | undefined;
  for (let page = 0; page < SWEEP_PAGES_MAX; page += 1) {
    const { rows, next } = await deps.store.due(now, SWEEP_PAGE_MAX, from);
    for (const who of rows.filter(isPerson)) {
      report.due += 1;
      add(report, who.id, await visit(who));
    }
    if (next === undefined) {
      report.finished = true;
      break;
    }
    from = next;
  }
  return report;
}

/** What a visit outside any sweep did. */
export function reportOf(who: Who, visit: Visit): SweepReport {
  const report = { ...newReport(), due: 1, finished: true };
  add(report, who.id, visit);
  return report;
}

function newReport(): SweepReport {
  return {
    due: 0,
    moved: 0,
    sent: 0,
    refused: 0,
    unknown: 0,
    lost: 0,
    held: 0,
    failed: 0,
    notes: [],
    finished: false,
    errors: [],
  };
}

function add(report: SweepReport, personId: string, visit: Visit): void {
  report.moved += visit.moved;
  report.sent += visit.sent;
  report.refused += visit.refused;
  report.unknown += visit.unknown;
  report.lost += visit.lost;
  report.held += visit.held;
  report.failed += visit.failed;
  report.notes.push(...visit.notes);
  if (visit.error !== undefined) report.errors.push({ personId, error: visit.error });
}
