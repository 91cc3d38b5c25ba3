/** Whose season is over in a cohort, who stays, and who owns its open cases. */
import { isSeasonOver, OVER_DAYS } from '#shared/agenda/state.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { Case } from '#shared/people/casework/casework.ts';
import { openCaseIn } from '#shared/people/outlook/summary.ts';
import type { World } from '#shared/world/world.ts';
import type { CaseOwner } from './acts.ts';
import { isOwner } from './report/matches.ts';
import type { ReportRow } from './report/row.ts';

/** A form of as many names stays well under the limit of a form's size. */
export const CLOSED_AT_ONCE_MAX = 200;

interface SeasonEnd {
  readonly over: readonly ReportRow[];
  /** They apply in a later Match, while the season of others is over. */
  readonly again: readonly ReportRow[];
  /** The first day the next season of the cohort is over; unknown for a far one. */
  readonly nextOn?: Day;
}

export function seasonEndOf(rows: readonly ReportRow[], world: World, today: Day): SeasonEnd {
  const matchDay = (year: number) => world.season(year).dates['match-day']?.day;
  const isOver = ({ of }: ReportRow) => isSeasonOver(matchDay(of.matchYear), today);
  const over = rows.filter(isOver);
  const others = rows.filter((row) => !isOver(row));
  const days = others.flatMap(({ of }) => matchDay(of.matchYear) ?? []).toSorted();
  return {
    over,
    again: over.length > 0 ? others : [],
    ...(days[0] && { nextOn: plusDays(days[0], OVER_DAYS + 1) }),
  };
}

/** Everyone who owns an open case, also after leaving the cohort. */
export function caseOwnersOf(rows: readonly ReportRow[], team: readonly CaseOwner[]): CaseOwner[] {
  const left = openCases(rows).flatMap(({ owner: name = '', ownerId: id }) =>
    id && !team.some((each) => each.id === id) ? [{ id, name }] : [],
  );
  const former = new Map(left.map((each) => [each.id, each]));
  return [...team.filter((each) => casesOf(rows, each).length > 0), ...former.values()];
}

/** The IDs of the applicants whose open case this advisor owns. */
export function casesOf(rows: readonly ReportRow[], owner: CaseOwner): string[] {
  return rows
    .filter((row) => openCases([row]).some((open) => isOwner(open, owner)))
    .map(({ of }) => of.id);
}

function openCases(rows: readonly ReportRow[]): Case[] {
  return rows.flatMap(({ of }) => openCaseIn(of) ?? []);
}
