/** A season: the dated events around one Match, each with its provenance. */

import { parseRows } from '#shared/base/rows.ts';
import { type Day, dayOf, plusDays, weekdayOf } from '#shared/base/time/day.ts';
import {
  type ClockTime,
  EASTERN,
  type Instant,
  instantAt,
  startOfDay,
} from '#shared/base/time/instant.ts';
import type { Provenance } from '../provenance.ts';
import { checkSeason } from './check-season.ts';
import { SEASON_EVENTS, type SeasonEvent, type SeasonRow, seasonRowSchema } from './events.ts';
import season2023 from './seasons/2023.json' with { type: 'json' };
import season2024 from './seasons/2024.json' with { type: 'json' };
import season2025 from './seasons/2025.json' with { type: 'json' };
import season2026 from './seasons/2026.json' with { type: 'json' };
import season2027 from './seasons/2027.json' with { type: 'json' };
import season2028 from './seasons/2028.json' with { type: 'json' };

export interface SeasonDate extends Provenance {
  readonly event: SeasonEvent;
  readonly day: Day;
  /** Eastern time; absent where no source states one. */
  readonly timeEt?: ClockTime;
  readonly note?: string;
}

export interface Season {
  /** Year of the Match: season 2028 is applied for in September 2027. */
  readonly season: number;
  /** An absent event is not known; it is never "does not happen". */
  readonly dates: Readonly<Partial<Record<SeasonEvent, SeasonDate>>>;
  /** True if no source has any date of the season. */
  readonly estimated: boolean;
}

/** Rows by Match year. */
export type Calendar = ReadonlyMap<number, readonly SeasonRow[]>;

export function readSeason(matchYear: number, rows: unknown): SeasonRow[] {
  const file = `shared/world/season/seasons/${matchYear}.json`;
  return parseRows(file, seasonRowSchema, rows, (sound) => checkSeason(matchYear, sound));
}

/** A new season is one file and its two lines here. */
export const PUBLISHED_CALENDAR: Calendar = new Map([
  [2023, readSeason(2023, season2023)],
  [2024, readSeason(2024, season2024)],
  [2025, readSeason(2025, season2025)],
  [2026, readSeason(2026, season2026)],
  [2027, readSeason(2027, season2027)],
  [2028, readSeason(2028, season2028)],
]);

const NO_SOURCE = 'our estimate from earlier seasons (no published source found)';

/** The calendar's dates, plus a labeled estimate for each event that only the pattern gives. */
export function seasonOf(matchYear: number, calendar: Calendar = PUBLISHED_CALENDAR): Season {
  const rows = calendar.get(matchYear) ?? [];
  const dayOfEvent = (event: SeasonEvent) => rows.find((row) => row.event === event)?.day;
  const estimates = patternOf(matchYear, {
    submitOpens: dayOfEvent('eras-submit-opens'),
    matchDay: dayOfEvent('match-day'),
  }).map(estimate);
  const stated = rows.map((row) => dateOf(row, patternOf(matchYear)));
  return {
    season: matchYear,
    dates: Object.fromEntries([...estimates, ...stated].map((date) => [date.event, date])),
    estimated: rows.every(({ certainty }) => certainty === 'estimated'),
  };
}

/** The dates that a plan depends on. */
export const MAIN_EVENTS = ['eras-submit-opens', 'programs-review-opens', 'match-day'] as const;

/** What a page says above the season's dates; undefined when the main ones are published. */
export function seasonBanner({ season, dates, estimated }: Season): string | undefined {
  if (estimated) {
    return (
      `We know of no published dates for the ${season} Match. Every date of this season is estimated from earlier ` +
      'seasons and may move: check it with AAMC and NRMP before you rely on it.'
    );
  }
  const isPublished = (event: SeasonEvent) =>
    dates[event] !== undefined && dates[event].certainty !== 'estimated';
  if (MAIN_EVENTS.every(isPublished)) return undefined;
  return (
    `Not all dates of the ${season} Match are published. A date marked “estimated” follows earlier seasons and may ` +
    'move by days.'
  );
}

/** One sentence for every page and email while a season has no published date; undefined once it has. */
export function missingSeason({ season, estimated }: Season): string | undefined {
  return estimated
    ? `Dates of the ${season} Match are our estimates: none are published yet.`
    : undefined;
}

/** When a date counts from or until, in Eastern time: without a clock time, what opens from 00:00, a deadline until 23:59. */
export function instantOfSeasonDate({ event, day, timeEt }: SeasonDate): Instant {
  if (timeEt) return instantAt(day, timeEt, EASTERN);
  const isDeadline = SEASON_EVENTS[event].kind === 'deadline';
  return isDeadline ? instantAt(day, '23:59', EASTERN) : startOfDay(day, EASTERN);
}

function estimate(date: PatternDate): SeasonDate {
  return { ...date, certainty: 'estimated', source: PATTERN_SOURCE, checkedOn: PATTERN_CHECKED_ON };
}

function dateOf(row: SeasonRow, pattern: readonly PatternDate[]): SeasonDate {
  const { event, day, certainty, checkedOn, note } = row;
  const fitting = pattern.find((date) => date.event === event && date.day === day);
  // A row that nobody published is our own estimate, so it has the pattern's clock time too.
  const timeEt = row.timeEt ?? (row.source === '' ? fitting?.timeEt : undefined);
  return {
    event,
    day,
    ...(timeEt && { timeEt }),
    certainty,
    source: row.source || (fitting ? PATTERN_SOURCE : NO_SOURCE),
    checkedOn,
    ...(note && { note }),
  };
}

const PATTERN_SOURCE = 'estimated from the pattern of 2023–2027';
/** When the pattern was last compared with published dates. */
const PATTERN_CHECKED_ON: Day = '2026-11-27';

const WEDNESDAY = 3;
const FRIDAY = 5;

interface PatternDate {
  readonly event: SeasonEvent;
  readonly day: Day;
  readonly timeEt?: ClockTime;
}

/** Days that a season already has; what depends on them is counted from them and not from the pattern. */
interface Anchors {
  readonly submitOpens?: Day | undefined;
  readonly matchDay?: Day | undefined;
}

/** Every date that the pattern gives for the season of a Match year. */
export function patternOf(matchYear: number, known: Anchors = {}): PatternDate[] {
  const submitOpens = known.submitOpens ?? nthWeekday(1, WEDNESDAY, matchYear - 1, 9);
  const matchDay = known.matchDay ?? nthWeekday(3, FRIDAY, matchYear, 3);
  const reviewOpens = plusDays(submitOpens, 21);
  return [
    { event: 'eras-opens', day: plusDays(submitOpens, -91) },
    { event: 'eras-submit-opens', day: submitOpens },
    { event: 'programs-review-opens', day: reviewOpens },
    { event: 'mspe-released', day: reviewOpens },
    { event: 'rank-list-certify-deadline', day: plusDays(matchDay, -16), timeEt: '21:00' },
    { event: 'match-day', day: matchDay },
  ];
}

function nthWeekday(nth: number, weekday: number, year: number, month: number): Day {
  const first = dayOf(year, month, 1);
  const toWeekday = (weekday - weekdayOf(first) + 7) % 7;
  return plusDays(first, toWeekday + 7 * (nth - 1));
}
