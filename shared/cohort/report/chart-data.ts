/** The figures behind the report's charts, for the rows that match the filters. */
import { type Day, daysBetween, plusDays, weekdayOf } from '#shared/base/time/day.ts';
import { RISK_CODES, type RiskCode, type RiskLevel } from '#shared/people/casework/codes.ts';
import { isInEras } from '#shared/plan/facts/letter.ts';
import { STAGE_NAMES, type StageName } from '#shared/plan/facts/stage-names.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import type { Report } from './report.ts';
import { hardDays, type ReportRow, rotationsOf } from './row.ts';

const WEEKS = 12;

/** Hard deadlines by week from Monday on, this week first. */
export function deadlinesByWeek({
  rows,
  today,
}: Pick<Report, 'rows' | 'today'>): { week: Day; count: number }[] {
  const monday = plusDays(today, -((weekdayOf(today) + 6) % 7));
  const weeks = Array.from({ length: WEEKS }, (_, n) => plusDays(monday, n * 7));
  const counts = new Map<number, number>();
  for (const day of rows.flatMap((row) => hardDays(row))) {
    if (day < monday) continue;
    const week = Math.floor(daysBetween(monday, day) / 7);
    counts.set(week, (counts.get(week) ?? 0) + 1);
  }
  return weeks.map((week, n) => ({ week, count: counts.get(n) ?? 0 }));
}

interface Aging {
  readonly stage: StageName;
  readonly title: string;
  readonly count: number;
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
    return [
      {
        stage,
        title: STAGES[stage].title,
        count: ages.length,
        medianDays: quantile(ages, 0.5),
        p90Days: quantile(ages, 0.9),
      },
    ];
  });
}

interface LettersMonth {
  /** `2027-08` */
  readonly month: string;
  /** Letters due in ERAS by the end of this month, cumulative. */
  readonly planned: number;
  /** Those of them that are there. */
  readonly received: number;
}

/** One letter is planned per confirmed rotation, by the due date in the emails. Only months with one are shown. */
export function lettersByMonth(rows: readonly ReportRow[]): LettersMonth[] {
  const months = new Map<string, { planned: number; received: number }>();
  for (const { letters, outlook } of rows.flatMap(rotationsOf)) {
    if (!outlook?.letterDueOn) continue;
    const month = outlook.letterDueOn.slice(0, 7);
    const { planned, received } = months.get(month) ?? { planned: 0, received: 0 };
    months.set(month, {
      planned: planned + 1,
      received: received + Number(letters.some(isInEras)),
    });
  }
  return [...months]
    .map(([month, counted]) => ({ month, ...counted }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

export interface Reason {
  readonly code: RiskCode;
  readonly red: number;
  readonly lost: number;
  readonly amber: number;
}

/** Applicants by reason, most first; an applicant counts once per reason. What others hold is left out. */
export function reasonsOf(rows: readonly ReportRow[]): Reason[] {
  return RISK_CODES.filter((code) => code !== 'X1')
    .map((code) => {
      const worst = rows.flatMap(
        ({ findings }) => findings.find((each) => each.code === code)?.level ?? [],
      );
      const count = (level: RiskLevel) => worst.filter((each) => each === level).length;
      return { code, red: count('red'), lost: count('cannot-be-saved'), amber: count('amber') };
    })
    .filter((reason) => sumOf(reason) > 0)
    .toSorted((a, b) => sumOf(b) - sumOf(a));
}

function sumOf({ red, lost, amber }: Reason): number {
  return red + lost + amber;
}

export interface Followed {
  readonly rung: string;
  readonly sent: number;
  readonly followed: number;
}

/** Emails at least a week old, by rung, and how many were followed by an update within seven days. */
export function followedByRungOf(rows: readonly ReportRow[]): Followed[] {
  const sums = new Map<string, { sent: number; followed: number }>();
  for (const { of } of rows) {
    for (const [rung, [sent, followed]] of Object.entries(of.outlook?.followed ?? {})) {
      const sum = sums.get(rung) ?? { sent: 0, followed: 0 };
      sums.set(rung, { sent: sum.sent + sent, followed: sum.followed + followed });
    }
  }
  return [...sums]
    .map(([rung, sum]) => ({ rung, ...sum }))
    .toSorted((a, b) => orderOf(a.rung) - orderOf(b.rung));
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
