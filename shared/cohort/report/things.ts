/** What charts have a bar for, and what a bar counts in each row. The list behind the bar uses the same counts. */
import { type Day, daysBetween, mondayOf, plusDays } from '#shared/base/time/day.ts';
import { RISK_CODES, type RiskCode } from '#shared/people/casework/codes.ts';
import type { SummaryRotation } from '#shared/people/outlook/summary.ts';
import { isInEras } from '#shared/plan/facts/letter.ts';
import { STAGE_NAMES, type StageName } from '#shared/plan/facts/stage-names.ts';
import { FURTHEST_STEPS, type FurthestStep, furthestStep } from '#shared/plan/rotation/track.ts';
import { type FilterName, type Filters, valuesOf } from './filters.ts';
import { hardDays, type ReportRow } from './row.ts';

interface Things {
  readonly one: string;

  count(row: ReportRow, filters: Filters): number;
}

/** Filters that count things, not people. */
export const THINGS = {
  step: {
    one: 'rotation',
    count: ({ clinical }, filters) => {
      const steps = valuesOf('step', filters);
      return clinical.filter(({ stage }) => steps.includes(stage)).length;
    },
  },
  week: {
    one: 'deadline',
    count: (row, { week = '9999-12-31' }) => {
      const until = plusDays(week, 7);
      return hardDays(row).filter((day) => day >= week && day < until).length;
    },
  },
  letters: { one: 'letter', count: plannedLetters },
  arrived: { one: 'letter', count: plannedLetters },
  rung: { one: 'email', count: emails },
  followed: { one: 'email', count: emails },
  funnel: {
    one: 'rotation',
    count: ({ clinical }, { funnel = 'identify' }) =>
      clinical.filter((rotation) => reachedStep(rotation, funnel)).length,
  },
  lost: {
    one: 'rotation',
    count: ({ clinical }, { lost }) =>
      clinical.filter((rotation) => wasLostAt(rotation) === lost).length,
  },
} satisfies Partial<Record<FilterName, Things>>;

/** One per confirmed rotation, by the month in which it is due. */
function plannedLetters({ clinical }: ReportRow, { letters = '', arrived }: Filters): number {
  return clinical.filter(
    (rotation) =>
      rotation.outlook?.letterDueOn?.startsWith(letters) &&
      (arrived === undefined || rotation.letters.some(isInEras) === (arrived === 'yes')),
  ).length;
}

function emails({ of }: ReportRow, { rung, followed }: Filters): number {
  const all = of.outlook?.followed ?? {};
  const rungs = rung === undefined ? Object.keys(all) : [rung];
  return rungs.reduce((sum, each) => {
    // A rung in an address may be any word, such as the name of a method.
    const [sent, acted] = (Object.hasOwn(all, each) && all[each]) || [0, 0];
    return sum + (followed === undefined ? sent : followed === 'yes' ? acted : sent - acted);
  }, 0);
}

export function countsThings(name: FilterName): name is keyof typeof THINGS {
  return name in THINGS;
}

/** `14 rotations` for a filter that counts things; undefined for one that counts people. */
export function thingsOf(
  name: FilterName,
  filters: Filters,
  rows: readonly ReportRow[],
): { readonly count: number; readonly one: string } | undefined {
  if (!countsThings(name)) return undefined;
  const { one, count } = THINGS[name];
  return { one, count: rows.reduce((sum, row) => sum + count(row, filters), 0) };
}

export const FUNNEL_WORDS: Readonly<Record<FurthestStep, string>> = {
  identify: 'on a list',
  apply: 'applied',
  offered: 'offered',
  confirmed: 'confirmed',
  done: 'done',
  received: 'letter in ERAS',
  assigned: 'letter assigned',
};

/** True of a rotation that got this far, whatever happened later. */
export function reachedStep(rotation: SummaryRotation, step: FurthestStep): boolean {
  return FURTHEST_STEPS.indexOf(step) <= FURTHEST_STEPS.indexOf(furthestOf(rotation));
}

/** The last step before the rotation was rejected, withdrawn, canceled, or missed; undefined for one that is open or complete. */
function wasLostAt(rotation: SummaryRotation): FurthestStep | undefined {
  if (rotation.stage !== 'closed' || rotation.closed === 'complete') return undefined;
  return furthestOf(rotation);
}

/** A row that an earlier release wrote has no step of a closed one: its reason and letters tell. */
export function furthestOf(rotation: SummaryRotation): FurthestStep {
  return rotation.furthest ?? furthestStep(rotation);
}

const WEEKS = 12;

/** Weeks from Monday on, this one first, with or without a deadline. */
export function byWeek(rows: readonly ReportRow[], today: Day): RowsBy<Day> {
  const found = new Map(rowsBy(rows, (row) => hardDays(row).map(mondayOf)));
  const weeks = Array.from({ length: WEEKS }, (_, n) => plusDays(mondayOf(today), n * 7));
  return weeks.map((week) => [week, found.get(week) ?? []]);
}

interface Aging {
  readonly stage: StageName;
  readonly medianDays: number;
  readonly p90Days: number;
}

/** How long open rotations have been in their stage. Empty stages are left out. */
export function agingByStage(rows: readonly ReportRow[], today: Day): Aging[] {
  const inStages = Map.groupBy(
    rows.flatMap(({ clinical }) => clinical),
    ({ stage }) => stage,
  );
  return STAGE_NAMES.filter((stage) => stage !== 'closed').flatMap((stage) => {
    const there = inStages.get(stage);
    if (!there) return [];
    const ages = there.map(({ since }) => daysBetween(since, today)).toSorted((a, b) => a - b);
    return [{ stage, medianDays: quantile(ages, 0.5), p90Days: quantile(ages, 0.9) }];
  });
}

/** Each value that some row has, with its rows: a bar for it need not look at the others. */
type RowsBy<Value> = [value: Value, rows: ReportRow[]][];

/** The reasons of which anybody has one. */
export function byCode(rows: readonly ReportRow[]): RowsBy<RiskCode> {
  const found = rowsBy(rows, ({ findings }) => findings.map(({ code }) => code));
  return found.toSorted(([a], [b]) => RISK_CODES.indexOf(a) - RISK_CODES.indexOf(b));
}

/** The months in which letters are due, as `2027-08`. */
export function byLetterMonth(rows: readonly ReportRow[]): RowsBy<string> {
  const found = rowsBy(rows, ({ clinical }) =>
    clinical.flatMap(({ outlook }) => outlook?.letterDueOn?.slice(0, 7) ?? []),
  );
  return found.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The rungs at which emails were sent at least a week ago. */
export function byRung(rows: readonly ReportRow[]): RowsBy<string> {
  const found = rowsBy(rows, ({ of }) => Object.keys(of.outlook?.followed ?? {}));
  return found.toSorted(([a], [b]) => orderOf(a) - orderOf(b));
}

function rowsBy<Value>(
  rows: readonly ReportRow[],
  valuesIn: (row: ReportRow) => readonly Value[],
): RowsBy<Value> {
  const found = new Map<Value, ReportRow[]>();
  for (const row of rows) {
    for (const value of new Set(valuesIn(row))) {
      const those = found.get(value);
      if (those) those.push(row);
      else found.set(value, [row]);
    }
  }
  return [...found];
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
