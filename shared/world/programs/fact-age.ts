/** How old a fact is: since its page was read, or since the time that the page describes, if that is earlier. */
import { type Day, isDay, plusMonths } from '#shared/base/time/day.ts';
import { phraseDay, phraseMonth } from '#shared/base/time/phrase.ts';

/** No more of a date than its source gives: `2023`, `2016-09`, or a day. */
export type AsOf = Day | `${number}-${number}` | `${number}`;

/** A program's rules change with its academic year. */
const FRESH_MONTHS = 12;

/** @param statedFor the time that a source describes, in its words: only a leading `2016-09` is read */
export function factDay(checkedOn: Day, statedFor = ''): AsOf {
  const month = /^20\d{2}-\d{2}\b/.exec(statedFor)?.[0] as AsOf | undefined;
  return month && isDay(`${month}-01`) && month < checkedOn ? month : checkedOn;
}

/** `Fri, Sep 3, 2027`, `Sep 2027`, or `2027` */
export function phraseAsOf(asOf: AsOf): string {
  if (isDay(asOf)) return phraseDay(asOf);
  return asOf.includes('-') ? phraseMonth(asOf) : asOf;
}

/** True for a fact older than twelve months. */
export function isOld(day: AsOf, today: Day): boolean {
  return day < plusMonths(today, -FRESH_MONTHS);
}
