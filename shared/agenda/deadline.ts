/** A day by which something is due, the moment it is over, and where it comes from. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { endOf } from '#shared/plan/rotation/moments.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import { SEASON_EVENTS } from '#shared/world/season/events.ts';
import { instantOfSeasonDate, type SeasonDate } from '#shared/world/season/season.ts';

/** Where a day comes from. */
export interface DaySource {
  readonly certainty: Certainty;
  readonly source: string;
  readonly checkedOn?: Day;
}

export interface Deadline extends DaySource {
  readonly day: Day;
  /** The moment it is over. */
  readonly at: Instant;
  /** True when a source states the clock time, so that it may be shown. */
  readonly hasClockTime: boolean;
}

/** A day that ends where rotations happen. */
export function dayDeadline(day: Day, { certainty, source, checkedOn }: DaySource): Deadline {
  const from = { certainty, source, ...(checkedOn && { checkedOn }) };
  return { day, at: endOf(day), hasClockTime: false, ...from };
}

/** A day that the guide or we count from a season's date: nobody publishes it, however certain that date is. */
export function seasonDayDeadline(day: Day, from: SeasonDate, how: string): Deadline {
  return dayDeadline(day, { ...from, certainty: 'estimated', source: `${how}; ${from.source}` });
}

/** A season's date as a deadline: what opens at a stated time must be met by then, on a day without one the day before; what closes, that day. */
export function seasonDeadline(date: SeasonDate): Deadline {
  const { kind, label } = SEASON_EVENTS[date.event];
  const { day, timeEt, source } = date;
  if (kind === 'opens' && !timeEt) {
    const why = `the day before ${label} on ${phraseDay(day)}; ${source}`;
    return dayDeadline(plusDays(day, -1), { ...date, source: why });
  }
  const hasClockTime = timeEt !== undefined;
  return { ...dayDeadline(day, date), at: instantOfSeasonDate(date), hasClockTime };
}

/** A day that no source gives: marked as ours wherever it is shown. */
export function ours(day: Day, why: string): Deadline {
  return dayDeadline(day, { source: `our own default (${why})`, certainty: 'estimated' });
}

/** A day that someone entered, or that is counted from one. */
export function entered(day: Day, source: string): Deadline {
  return dayDeadline(day, { source, certainty: 'entered' });
}
