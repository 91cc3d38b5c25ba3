/** Influenza seasons: when a season's vaccine is there, how long a dose counts, and which rotations fall into one. */
import { type Day, dayOf, partsOf } from '#shared/base/time/day.ts';
import type { RotationDates } from '../facts/rotation.ts';

/** Ours: the first doses for the coming season are given in July, and by September anyone can get one. */
const FIRST_DOSES_MONTH = 7;
const AVAILABLE_MONTH = 9;
/** Ours: some hosts ask from November to March, others from October to June. */
const SEASON_MONTHS = [10, 11, 12, 1, 2, 3, 4, 5];

/** A dose counts until the next season begins: September 30, unless the host has a rule of its own. */
export function lastDayOfDose(issuedOn: Day): Day {
  const { year, month } = partsOf(issuedOn);
  return dayOf(month >= FIRST_DOSES_MONTH ? year + 1 : year, 9, 30);
}

/** The day from which a dose that covers this day is available. */
export function vaccineFrom(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayOf(month >= 10 ? year : year - 1, AVAILABLE_MONTH, 1);
}

/** A dose that is available only once the rotation has begun cannot be asked for: then the first day counts. */
export function dayToCover({ start, end }: RotationDates): Day {
  return vaccineFrom(end) < start ? end : start;
}

export function touchesFluSeason(dates: RotationDates): boolean {
  const { year, month } = partsOf(dates.start);
  return SEASON_MONTHS.includes(month) || dayToCover(dates) >= dayOf(year, 10, 1);
}
