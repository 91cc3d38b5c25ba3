/** The Monday brief: a week's changes in a cohort, as counts. It names nobody, since an email must contain nothing private. */
import { type Day, daysBetween, plusDays, weekdayOf } from '#shared/base/time/day.ts';
import { dayIn, type Instant, instantAt } from '#shared/base/time/instant.ts';
import { phraseDistance } from '#shared/base/time/phrase.ts';
import type { Filters } from './report/filters.ts';
import { matcher } from './report/matches.ts';
import type { Report } from './report/report.ts';
import { hardDays } from './report/row.ts';

/** How many days of deadlines it covers. */
const AHEAD_DAYS = 21;
/** On the advisor's own clock. */
const BRIEF_HOUR = '08:00';
/** A sweep that missed Monday sends it on Tuesday; from Wednesday on, it is too late. */
const BRIEF_LASTS_DAYS = 2;

/** The Monday whose brief may be sent now, and when the next one may. */
export function briefAt(
  zone: string,
  now: Instant,
): { readonly monday?: Day; readonly nextAt: Instant } {
  const today = dayIn(zone, now);
  const sinceMonday = (weekdayOf(today) + 6) % 7;
  const monday = plusDays(today, -sinceMonday);
  const opens = instantAt(monday, BRIEF_HOUR, zone);
  if (now < opens) return { nextAt: opens };
  const nextAt = instantAt(plusDays(monday, 7), BRIEF_HOUR, zone);
  return sinceMonday < BRIEF_LASTS_DAYS ? { monday, nextAt } : { nextAt };
}

export interface BriefLine {
  readonly count: number;
  readonly text: string;
  /** The list that it counts. */
  readonly filters: Filters;
}

/** The lines worth reading; empty when all is quiet. */
export function briefOf(report: Report, monday: Day): BriefLine[] {
  const { rows, today } = report;
  const since = plusDays(monday, -7);
  const count = (filters: Filters) => rows.filter(matcher(filters, today, rows)).length;
  const line = (filters: Filters, message: (count: number) => string): BriefLine => {
    const found = count(filters);
    return { count: found, text: message(found), filters };
  };
  const stuckDays = rows
    .flatMap(({ findings }) => findings.filter(({ code }) => code === 'L2'))
    .map((finding) => daysBetween(finding.since, today));
  const next = rows
    .flatMap((row) => hardDays(row))
    .filter((day) => day >= today)
    .toSorted()[0];
  return [
    line({ risk: 'red', since }, (n) => `${n} newly red`),
    line({ risk: 'cannot-be-saved', since }, (n) => `${n} newly lost`),
    line({ closed: since }, (n) => `${n} ${n === 1 ? 'case' : 'cases'} closed`),
    line({ code: 'L2' }, (n) => `${n} with a stuck letter${longest(stuckDays)}`),
    line(
      { due: String(AHEAD_DAYS) as '21' },
      (n) =>
        `${n} with a deadline in the next ${AHEAD_DAYS} days or overdue${next ? `, the next one ${phraseDistance(today, next)}` : ''}`,
    ),
  ].filter((each) => each.count > 0);
}

function longest(days: readonly number[]): string {
  const most = Math.max(0, ...days);
  return most > 0 ? `, the longest for ${most} days` : '';
}

/** One brief per Monday. */
export function briefKey(monday: Day): string {
  return `brief|${monday}`;
}
