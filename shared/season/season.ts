/** A season: the dated events around one Match, each with its provenance. */
import type { Provenance } from '../provenance.ts';
import type { Day } from '../time/day.ts';
import { type ClockTime, EASTERN, type Instant, instantAt, startOfDay } from '../time/instant.ts';
import { SEASON_EVENT_FACTS, type SeasonEvent } from './events.ts';
import { PATTERN_CHECKED_ON, PATTERN_SOURCE, type PatternDate, patternOf } from './pattern.ts';
import { type Calendar, PUBLISHED_CALENDAR } from './published.ts';
import type { SeasonRow } from './season-row.ts';

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
  /** True when no date of the season was found in any source: show `seasonBanner`. */
  readonly estimated: boolean;
}

/**
 * The season of a Match year: the calendar's dates, and for every event that it lacks and the pattern gives, an
 * estimate that says so. A year without data is estimated throughout.
 */
export function seasonOf(matchYear: number, calendar: Calendar = PUBLISHED_CALENDAR): Season {
  const rows = calendar.get(matchYear) ?? [];
  const dayOfEvent = (event: SeasonEvent) => rows.find((row) => row.event === event)?.day;
  const estimates = patternOf(matchYear, {
    submitOpens: dayOfEvent('eras-submit-opens'),
    matchDay: dayOfEvent('match-day'),
  }).map(estimate);
  const stated = rows.map((row) => dateOf(row, estimates));
  return {
    season: matchYear,
    dates: Object.fromEntries([...estimates, ...stated].map((date) => [date.event, date])),
    estimated: rows.every(({ certainty }) => certainty === 'estimated'),
  };
}

/** The sentences above everything that shows an estimated season; undefined where some date is known. */
export function seasonBanner({ season, estimated }: Season): string | undefined {
  if (!estimated) return undefined;
  return (
    `We know of no published dates for the ${season} Match. Every date of this season is estimated from earlier ` +
    'seasons and may move: check it with AAMC and NRMP before you rely on it.'
  );
}

/**
 * The moment a date counts from or until, in Eastern time. Without a clock time, what opens counts from 00:00 and a
 * deadline until 23:59.
 */
export function instantOfSeasonDate({ event, day, timeEt }: SeasonDate): Instant {
  if (timeEt) return instantAt(day, timeEt, EASTERN);
  const isDeadline = SEASON_EVENT_FACTS[event].kind === 'deadline';
  return isDeadline ? instantAt(day, '23:59', EASTERN) : startOfDay(day, EASTERN);
}

function estimate(date: PatternDate): SeasonDate {
  return {
    ...date,
    certainty: 'estimated',
    source: PATTERN_SOURCE,
    checkedOn: PATTERN_CHECKED_ON,
  };
}

function dateOf(row: SeasonRow, estimates: readonly SeasonDate[]): SeasonDate {
  const { event, day, timeEt, certainty, checkedOn, note } = row;
  return {
    event,
    day,
    ...(timeEt && { timeEt }),
    certainty,
    source: row.source || sourceOfEstimate(row, estimates),
    checkedOn,
    ...(note && { note }),
  };
}

function sourceOfEstimate(row: SeasonRow, estimates: readonly SeasonDate[]): string {
  const fits = estimates.some(({ event, day }) => event === row.event && day === row.day);
  if (fits) return PATTERN_SOURCE;
  return row.note ? `estimated, no source found: ${row.note}` : 'estimated, no source found';
}
