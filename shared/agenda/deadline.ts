/** A day by which something is due, the moment it is over, and where it comes from. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { endOf } from '#shared/plan/rotation/moments.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import { SEASON_EVENTS } from '#shared/world/season/events.ts';
import { instantOfSeasonDate, type SeasonDate } from '#shared/world/season/season.ts';

export interface Deadline {
  readonly day: Day;
  /** The moment it is over. */
  readonly at: Instant;
  /** True when a source states the clock time, so that it may be shown. */
  readonly hasClockTime: boolean;
  readonly certainty: Certainty;
  readonly source: string;
  readonly checkedOn?: Day;
}

/** A day that ends where rotations happen, with its provenance. */
export function dayDeadline(
  day: Day,
  of: Pick<Deadline, 'certainty' | 'source'> & { checkedOn?: Day },
): Deadline {
  return { day, at: endOf(day), hasClockTime: false, ...of };
}

/** A day that the guide or we count from a season's date: nobody publishes it, however certain that date is. */
export function seasonDayDeadline(day: Day, from: SeasonDate, how: string): Deadline {
  return dayDeadline(day, {
    certainty: 'estimated',
    source: `${how}; ${from.source}`,
    ...(from.checkedOn && { checkedOn: from.checkedOn }),
  });
}

/** A season's date as a deadline: what opens at a stated time must be met by then, on a day without one the day before; what closes, that day. */
export function seasonDeadline(date: SeasonDate): Deadline {
  const { certainty, source, checkedOn } = date;
  const { kind, label } = SEASON_EVENTS[date.event];
  if (kind === 'opens' && !date.timeEt) {
    return dayDeadline(plusDays(date.day, -1), {
      certainty,
      source: `the day before ${label} on ${phraseDay(date.day)}; ${source}`,
      ...(checkedOn && { checkedOn }),
    });
  }
  return {
    day: date.day,
    at: instantOfSeasonDate(date),
    hasClockTime: date.timeEt !== undefined,
    certainty,
    source,
    ...(checkedOn && { checkedOn }),
  };
}

/** For days that no source gives: marked as ours wherever they are shown. */
export function ours(why: string): Pick<Deadline, 'source' | 'certainty'> {
  return { source: `our own default (${why})`, certainty: 'estimated' };
}

export const ENTERED = { source: 'as entered', certainty: 'entered' } as const;
