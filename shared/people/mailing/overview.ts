/**
 * The overview of what is further ahead, on the person's own weekday, weekly or monthly, together with the day's digest.
 * With nothing ahead, it is monthly: all is on track, or what was missed and is still open.
 */
import type { PlanState } from '#shared/agenda/state.ts';
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
import type { Occasion } from '#shared/words/occasions.ts';
import { dayOfKey, keyOfNudge } from '../person/mail-record.ts';

export interface Overview {
  readonly key: string;
  /** A weekly one comes on its weekday; a monthly one waits until a week after the last email. */
  readonly every: FullMailing['overview'];
  /** Open and not due, nearest first. */
  readonly ahead: readonly Occasion[];
  /** Hard deadlines that have passed and are still open, in the same order. */
  readonly missed: readonly Occasion[];
  /** The plan in one phrase, where there is nothing else to say. */
  readonly state: PlanState;
}

interface OverviewSlot {
  readonly key: string;
  readonly every: FullMailing['overview'];
  readonly at: Instant;
  readonly nextAt: Instant;
}

const RULE = 'overview';
/** When it becomes due, like every rung; it is sent with the digest. */
const MORNING = '08:00';

/** The slot of `now`: since the last such weekday, or since the first one of the month. */
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
  // Before that weekday, the previous week's or month's slot still applies.
  const begun = now >= morningOf(firstOn(period, weekday)) ? 0 : -1;
  return {
    key: keyOfNudge(RULE, 'plan', later(begun), every),
    every,
    at: morningOf(firstOn(later(begun), weekday)),
    nextAt: morningOf(firstOn(later(begun + 1), weekday)),
  };
}

/** True if this overview or a later one of the other kind was sent: changing preferences causes no second one. */
export function isOverviewSaid({ key }: OverviewSlot, said: Iterable<string>): boolean {
  return [...said].some((each) => isOverviewKey(each) && dayOfKey(each) >= dayOfKey(key));
}

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

function firstOn(from: Day, weekday: FullMailing['weekday']): Day {
  return plusDays(from, (WEEKDAYS.indexOf(weekday) - weekdayOf(from) + 7) % 7);
}
