/** A cohort at one moment, from its people's summaries. */
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';
import type { CaseOwner } from '../acts.ts';
import type { Cohort } from '../cohort.ts';
import { PERSON_COLORS, type PersonColor, type ReportQuery, type SORTS } from './filters.ts';
import { matcher } from './matches.ts';
import { isReached, type ReportRow, reportRow } from './row.ts';

/** As many rows as a page has. */
export function rowsOf({ rows = '25' }: Pick<ReportQuery, 'rows'>): number {
  return Number(rows);
}

export interface Report {
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
  /** The Match years of its people, most frequent first. */
  readonly seasons: readonly Season[];
  readonly generatedAt: Instant;
  readonly today: Day;
  readonly query: ReportQuery;
  /** In the whole cohort. */
  readonly people: number;
  readonly reached: number;
  /** Deleted plans: counted, never named or assessed. */
  readonly deleted: number;
  readonly freshness: Freshness;
  /** How many are of each color, whichever colors are chosen. */
  readonly colors: Readonly<Partial<Record<PersonColor, number>>>;
  /** Those that match the filters, in order. */
  readonly rows: readonly ReportRow[];
  /** The requested page of them, or the last one. */
  readonly shown: readonly ReportRow[];
  readonly page: number;
  readonly pages: number;
}

interface Freshness {
  /** When plans were visited; absent before the first visit. */
  readonly oldest?: Instant;
  readonly newest?: Instant;
  /** People whose visit is overdue. */
  readonly overdue: number;
  readonly never: number;
}

/** Sweeps run once an hour; after two hours, a visit is overdue. */
const LATE_MS = 2 * HOUR_MS;

export function reportOf(
  cohort: Pick<Cohort, 'id' | 'name'>,
  everybody: readonly Summary[],
  query: ReportQuery,
  world: World,
  now: Instant,
  /** Whose cases are "mine". */
  reader?: CaseOwner,
): Report {
  const summaries = everybody.filter(({ erased }) => !erased);
  const years = [...Map.groupBy(summaries, ({ matchYear }) => matchYear)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const today = dayIn(EASTERN, now);
  const all = summaries.map((of) => reportRow(of, now, today));
  const { risk: _, ...others } = query.filters;
  const rows = inOrder(all.filter(matcher(query.filters, today, all, reader)), query.sort);
  const size = rowsOf(query);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(query.page, pages);
  return {
    cohort: { id: cohort.id, name: cohort.name },
    seasons: years.map(([year]) => world.season(year)),
    generatedAt: now,
    today,
    query,
    people: all.length,
    reached: all.filter(isReached).length,
    deleted: everybody.length - summaries.length,
    colors: colorsOf(all.filter(matcher(others, today, all, reader))),
    freshness: freshnessOf(summaries, now),
    rows,
    shown: rows.slice((page - 1) * size, page * size),
    page,
    pages,
  };
}

function colorsOf(rows: readonly ReportRow[]): Report['colors'] {
  const counts: Partial<Record<PersonColor, number>> = {};
  for (const { color } of rows) counts[color] = (counts[color] ?? 0) + 1;
  return counts;
}

function freshnessOf(summaries: readonly Summary[], now: Instant): Freshness {
  const looked = summaries.flatMap(({ outlook }) => outlook?.at ?? []).toSorted();
  const late = plusMs(now, -LATE_MS);
  const oldest = looked[0];
  const newest = looked.at(-1);
  return {
    ...(oldest && { oldest }),
    ...(newest && { newest }),
    overdue: summaries.filter(({ dueAt }) => dueAt < late).length,
    never: summaries.length - looked.length,
  };
}

/** The order of a report's rows; ties are broken by name, so that the order is stable. */
type Sort = (typeof SORTS)[number];

export const SORT_WORDS: Readonly<Record<Sort, string>> = {
  risk: 'first lost first',
  name: 'name',
  deadline: 'next deadline first',
  slack: 'least slack first',
  step: 'longest in its stage first',
  silence: 'longest silent first',
};

function inOrder(rows: readonly ReportRow[], sort: Sort): ReportRow[] {
  // Keys are computed once per row: sorting ten thousand rows compares each many times.
  return rows
    .map((row) => ({ row, key: KEYS[sort](row) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : byName(a.row, b.row)))
    .map(({ row }) => row);
}

function byName(a: ReportRow, b: ReportRow): number {
  if (a.of.name !== b.of.name) return a.of.name < b.of.name ? -1 : 1;
  return a.of.id < b.of.id ? -1 : 1;
}

/** Smaller comes first, unknown comes last. */
const KEYS: Readonly<Record<Sort, (row: ReportRow) => number | string>> = {
  risk: riskKey,
  name: () => '',
  deadline: ({ daysToNext }) => daysToNext ?? Number.MAX_SAFE_INTEGER,
  slack: ({ slackDays }) => slackDays ?? Number.MAX_SAFE_INTEGER,
  step: ({ daysInStep }) => -(daysInStep ?? -1),
  silence: ({ of }) => of.activeOn ?? of.enrolledOn,
};

/** What can still be saved by the day it is lost, then by color: savable above lost. */
function riskKey({ call, color, findings: [first] }: ReportRow): string {
  const lostOn = first?.lastDay ?? '9';
  return `${call ? (call.lostOn ?? '9') : '~'} ${SAVABLE_FIRST.indexOf(color)} ${lostOn}`;
}

const SAVABLE_FIRST: readonly PersonColor[] = [
  'red',
  'amber',
  'cannot-be-saved',
  ...PERSON_COLORS.filter((color) => !['red', 'amber', 'cannot-be-saved'].includes(color)),
];
