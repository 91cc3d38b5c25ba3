/**
 * The overview: what lies further ahead, on the person's own weekday, every week or every month. It goes with the day's
 * mail where there is one. With nothing ahead it is a monthly line: all on track, or what was missed and is open still.
 */

import type { Occasion } from '#shared/agenda/occasions/occasion.ts';
import {
  type Day,
  dayOf,
  partsOf,
  plusDays,
  plusMonths,
  weekdayOf,
} from '#shared/base/time/day.ts';
import { dayIn, type Instant, instantAt } from '#shared/base/time/instant.ts';
import { type FullMailing, WEEKDAYS } from '#shared/plan/facts/mailing.ts';
import { dayOfKey, keyOfNudge } from '../person/mail-record.ts';

/** What an email says beside what is due now. */
export interface Overview {
  readonly key: string;
  /** Who asked for one every week gets it on that weekday; the monthly one waits a week after the last email. */
  readonly every: FullMailing['overview'];
  /** Open and not due, nearest first. */
  readonly ahead: readonly Occasion[];
  /** Hard dates that have passed and are open still, in the same order. With nothing ahead either, all is on track. */
  readonly missed: readonly Occasion[];
}

/** The overview of one week or month: due from the morning of `at` until the next one is. */
export interface OverviewSlot {
  readonly key: string;
  readonly every: FullMailing['overview'];
  readonly at: Instant;
  readonly nextAt: Instant;
}

const RULE = 'overview';
/** The hour at which it becomes due, as every rung does; it leaves with the digest. */
const MORNING = '08:00';

/** The slot that `now` lies in: since the last such weekday, or since the first one of a month. */
export function overviewSlot(
  { weekday, overview: every }: Pick<FullMailing, 'weekday' | 'overview'>,
  zone: string,
  now: Instant,
): OverviewSlot {
  const morningOf = (day: Day) => instantAt(day, MORNING, zone);
  const today = dayIn(zone, now);
  const period = every === 'weekly' ? mondayOf(today) : firstOfMonth(today);
  const later = (periods: number) =>
    every === 'weekly' ? plusDays(period, 7 * periods) : plusMonths(period, periods);
  // Before the weekday itself comes, the slot is still that of the week or month before.
  const begun = now >= morningOf(firstOn(period, weekday)) ? 0 : -1;
  return {
    key: keyOfNudge(RULE, 'plan', later(begun), every),
    every,
    at: morningOf(firstOn(later(begun), weekday)),
    nextAt: morningOf(firstOn(later(begun + 1), weekday)),
  };
}

/** True when this overview, or a later one of the other kind, was said: a change of wishes asks for no second one. */
export function isOverviewSaid({ key }: OverviewSlot, said: Iterable<string>): boolean {
  return [...said].some((each) => isOverviewKey(each) && dayOfKey(each) >= dayOfKey(key));
}

/** True for the ledger's key of a weekly or monthly overview. */
export function isOverviewKey(key: string): boolean {
  return key.startsWith(`${RULE}|`);
}

function mondayOf(day: Day): Day {
  return plusDays(day, -((weekdayOf(day) + 6) % 7));
}

function firstOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayOf(year, month, 1);
}

/** The first of this weekday, from a day on. */
function firstOn(from: Day, weekday: FullMailing['weekday']): Day {
  return plusDays(from, (WEEKDAYS.indexOf(weekday) - weekdayOf(from) + 7) % 7);
}
