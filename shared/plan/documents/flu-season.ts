/** Flu seasons: when the vaccine becomes available, how long a dose counts, and which rotations fall into a season. */
import { type Day, dayOf, partsOf } from '#shared/base/time/day.ts';
import type { RotationDates } from '../facts/rotation.ts';

/** Our estimate: the first doses for the coming season are given in July, and anyone can get one by September. */
const FIRST_DOSES_MONTH = 7;
const AVAILABLE_MONTH = 9;
/** Our estimate: some hosts require it from November to March, others from October to June. */
const SEASON_MONTHS = [10, 11, 12, 1, 2, 3, 4, 5];

/** A dose counts until the next season starts: through September 30, unless the host has its own rule. */
export function lastDayOfDose(issuedOn: Day): Day {
  const { year, month } = partsOf(issuedOn);
  return dayOf(month >= FIRST_DOSES_MONTH ? year + 1 : year, 9, 30);
}

/** When a dose that covers this day becomes available. */
export function vaccineFrom(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayOf(month >= 10 ? year : year - 1, AVAILABLE_MONTH, 1);
}

/** If the new dose is available only after the rotation starts, covering the first day is enough. */
export function dayToCover({ start, end }: RotationDates): Day {
  return vaccineFrom(end) < start ? end : start;
}

export function touchesFluSeason(dates: RotationDates): boolean {
  const { year, month } = partsOf(dates.start);
  return SEASON_MONTHS.includes(month) || dayToCover(dates) >= dayOf(year, 10, 1);
}
