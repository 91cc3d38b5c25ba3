/**
 * The pattern that every found date of the Match seasons 2023 to 2027 follows (facts of the calendar, section 1).
 * It is ours: no source promises that the next season follows it.
 */
import { type Day, dayOf, plusDays, weekdayOf } from '#shared/base/time/day.ts';
import type { ClockTime } from '#shared/base/time/instant.ts';
import type { SeasonEvent } from './events.ts';

export const PATTERN_SOURCE = 'estimated by the pattern of 2023–2027';
/** When the pattern was last compared with the found dates. */
export const PATTERN_CHECKED_ON: Day = '2026-11-27';

const WEDNESDAY = 3;
const FRIDAY = 5;

export interface PatternDate {
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
