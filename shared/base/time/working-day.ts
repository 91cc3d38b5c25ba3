/** Days on which offices are open, as far as one list can tell: no weekend, and none of the holidays that most share. */
import { type Day, plusDays, weekdayOf } from './day.ts';

/** Ours: New Year, Labor Day of most countries, US Independence Day, and Christmas. Others are an office's own. */
const HOLIDAYS = ['01-01', '05-01', '07-04', '12-25', '12-26'];

/** The day itself, or the last before it on which an office is open. */
export function workingDayBy(day: Day): Day {
  return isWorkingDay(day) ? day : workingDayBy(plusDays(day, -1));
}

function isWorkingDay(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.includes(day.slice(5));
}
