/** The days of a season as facts.md has them (section 1): its pattern, which holds for every date that was found. */
import { type Day, dayOf, plusDays, plusMonths, weekdayOf } from '#shared/base/time/day.ts';

export interface SeasonDays {
  readonly erasOpens: Day;
  /** The first day to submit; the guide counts from it. */
  readonly submit: Day;
  readonly review: Day;
  readonly matchDay: Day;
  /** What a reader is shown of a day of this season. */
  readonly isEstimated: boolean;
}

const WEDNESDAY = 3;
const FRIDAY = 5;
/** The last season of which anybody published dates; those are from a secondary source. */
const LAST_FOUND = 2027;

/** @param reviewMovedDays how much later than by the pattern programs were said to review */
export function seasonDays(matchYear: number, reviewMovedDays = 0): SeasonDays {
  const submit = firstOf(WEDNESDAY, dayOf(matchYear - 1, 9, 1));
  return {
    erasOpens: plusDays(submit, -91),
    submit,
    review: plusDays(submit, 21 + reviewMovedDays),
    matchDay: plusDays(firstOf(FRIDAY, dayOf(matchYear, 3, 1)), 14),
    isEstimated: matchYear > LAST_FOUND,
  };
}

/** When nothing more is said about a season. */
export function seasonOver({ matchDay }: SeasonDays): Day {
  return plusDays(matchDay, 30);
}

/** G8, G7, and G10: what the guide counts back from submission and from the Match. */
export function guideDays({ submit, matchDay }: SeasonDays) {
  return {
    earlyRotation: plusMonths(submit, -6),
    targetsFrom: plusMonths(matchDay, -18),
    targetsBy: plusMonths(matchDay, -12),
    finalLetters: plusMonths(submit, -3),
  } as const;
}

function firstOf(weekday: number, from: Day): Day {
  return plusDays(from, (weekday - weekdayOf(from) + 7) % 7);
}
