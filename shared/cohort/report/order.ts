/** The order of a report's rows; ties are broken by name, so that the order is stable. */
import { impossible } from '#shared/base/result.ts';
import { RISK_LEVELS } from '#shared/people/casework/codes.ts';
import type { SORTS } from './filters.ts';
import type { ReportRow } from './row.ts';

type Sort = (typeof SORTS)[number];

export const SORT_WORDS: Readonly<Record<Sort, string>> = {
  risk: 'highest risk first',
  name: 'name',
  deadline: 'next deadline first',
  slack: 'least slack first',
  step: 'longest in its stage first',
  silence: 'longest silent first',
};

export function inOrder(rows: readonly ReportRow[], sort: Sort): ReportRow[] {
  // Keys are computed once per row: sorting ten thousand rows compares each many times.
  return rows
    .map((row) => ({ row, key: keyOf(row, sort) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : byName(a.row, b.row)))
    .map(({ row }) => row);
}

function byName(a: ReportRow, b: ReportRow): number {
  if (a.of.name !== b.of.name) return a.of.name < b.of.name ? -1 : 1;
  return a.of.id < b.of.id ? -1 : 1;
}

/** Smaller comes first, unknown comes last. */
function keyOf(row: ReportRow, sort: Sort): number | string {
  switch (sort) {
    case 'risk':
      return riskKey(row);
    case 'name':
      return '';
    case 'deadline':
      return row.daysToNext ?? Number.MAX_SAFE_INTEGER;
    case 'slack':
      return row.slackDays ?? Number.MAX_SAFE_INTEGER;
    case 'step':
      return -(row.daysInStep ?? -1);
    case 'silence':
      return row.of.activeOn ?? row.of.enrolledOn;
    default:
      return impossible(sort);
  }
}

/** By level, then by the number of reasons at that level. This orders the list and is never shown. */
function riskKey({ level, findings }: ReportRow): number {
  const place = level ? RISK_LEVELS.indexOf(level) : RISK_LEVELS.length;
  const reasons = new Set(findings.filter((each) => each.level === level).map(({ code }) => code));
  return place * 100 - reasons.size;
}
