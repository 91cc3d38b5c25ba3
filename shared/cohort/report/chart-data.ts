/** What has a bar in the report's charts. Each bar counts what its list shows, so a chart and a list cannot differ. */
import { type Day, daysBetween, plusDays, weekdayOf } from '#shared/base/time/day.ts';
import { STAGE_NAMES, type StageName } from '#shared/plan/facts/stage-names.ts';
import type { Report } from './report.ts';
import { type ReportRow, rotationsOf } from './row.ts';

const WEEKS = 12;

/** Weeks from Monday on, this one first. */
export function weeksFrom(today: Day): Day[] {
  const monday = plusDays(today, -((weekdayOf(today) + 6) % 7));
  return Array.from({ length: WEEKS }, (_, n) => plusDays(monday, n * 7));
}

interface Aging {
  readonly stage: StageName;
  readonly medianDays: number;
  readonly p90Days: number;
}

/** How long open rotations have been in their stage. Empty stages are left out. */
export function agingByStage({ rows, today }: Pick<Report, 'rows' | 'today'>): Aging[] {
  return STAGE_NAMES.filter((stage) => stage !== 'closed').flatMap((stage) => {
    const ages = rows
      .flatMap(rotationsOf)
      .filter((rotation) => rotation.stage === stage)
      .map(({ since }) => daysBetween(since, today))
      .toSorted((a, b) => a - b);
    if (ages.length === 0) return [];
    return [{ stage, medianDays: quantile(ages, 0.5), p90Days: quantile(ages, 0.9) }];
  });
}

/** The months in which letters are due, as `2027-08`. */
export function letterMonths(rows: readonly ReportRow[]): string[] {
  const months = rows
    .flatMap(rotationsOf)
    .flatMap(({ outlook }) => outlook?.letterDueOn?.slice(0, 7) ?? []);
  return [...new Set(months)].toSorted();
}

/** The rungs at which emails were sent at least a week ago. */
export function rungsSent(rows: readonly ReportRow[]): string[] {
  const rungs = rows.flatMap(({ of }) => Object.keys(of.outlook?.followed ?? {}));
  return [...new Set(rungs)].toSorted((a, b) => orderOf(a) - orderOf(b));
}

/** Overviews, then the opening, days before in descending order, days after, and later reminders. */
function orderOf(rung: string): number {
  const named = ['monthly', 'weekly', 'opens'].indexOf(rung);
  if (named >= 0) return named - 1000;
  const days = Number(rung.replace('+', ''));
  if (Number.isNaN(days)) return 1000;
  return rung.startsWith('+') ? days : -days;
}

/** The nearest rank, so that the value really occurs. */
function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}
