/** How old a fact is: since its page was read, or since the time the page speaks of where that is earlier. */
import { type Day, earliest, isDay, plusMonths } from '#shared/base/time/day.ts';

/** A program's rules change with its academic year. */
const FRESH_MONTHS = 12;

/** @param statedFor the time a source speaks of, in its words: only a leading `2016-09` is read */
export function factDay(checkedOn: Day, statedFor = ''): Day {
  const day = `${/^(20\d{2}-\d{2})\b/.exec(statedFor)?.[1]}-01`;
  return isDay(day) ? earliest(checkedOn, day) : checkedOn;
}

/** True for a fact older than twelve months. */
export function isOld(day: Day, today: Day): boolean {
  return day < plusMonths(today, -FRESH_MONTHS);
}
