/** When a rotation changes by itself. Its days are counted in Eastern time. */
import { UNDO_MS } from '#shared/base/limits.ts';
import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import { EASTERN, type Instant, plusMs, startOfDay } from '#shared/base/time/instant.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';
import type { TimeMove } from '../facts/stages.ts';
import { ladderEndDay } from '../letters/due.ts';

export interface Moment {
  readonly at: Instant;
  readonly move: TimeMove;
}

/** Undefined if only people can move the rotation. A moment in the past means that the move is due. */
export function nextMoment(rotation: Rotation, season: Season): Moment | undefined {
  switch (rotation.status) {
    case 'not-progressing':
    case 'to-assign':
      return undefined;
    case 'shortlisted':
    case 'preparing':
    case 'submitted':
    case 'waitlisted':
      return undefined;
    case 'offered': {
      const { offer } = rotation;
      return offer && { at: offer.at ?? endOf(offer.expiresOn), move: 'offer-expires' };
    }
    case 'collecting':
    case 'upcoming':
      return rotation.dates && { at: startOf(rotation.dates.start), move: 'rotation-starts' };
    case 'underway':
      return rotation.dates && { at: endOf(rotation.dates.end), move: 'rotation-ends' };
    case 'waiting': {
      const due = ladderEndDay(rotation, season);
      return due && { at: endOf(due), move: 'ladder-is-spent' };
    }
    case 'closed':
      if (rotation.endedAt || !rotation.closed) return undefined;
      return { at: plusMs(rotation.closed.at, UNDO_MS), move: 'undo-day-ends' };
  }
}

/** In Eastern time. */
export function startOf(day: Day): Instant {
  return startOfDay(day, EASTERN);
}

/** When the day is over in Eastern time. */
export function endOf(day: Day): Instant {
  return startOfDay(plusDays(day, 1), EASTERN);
}

/** The day from which a letter may be requested (guide: "about halfway through"). */
export function midpointOf(dates: RotationDates): Day {
  return plusDays(dates.start, Math.floor(daysBetween(dates.start, dates.end) / 2));
}

/** The earliest first, before them those without dates. */
export function byStart(a: Pick<Rotation, 'dates'>, b: Pick<Rotation, 'dates'>): number {
  return (a.dates?.start ?? '') < (b.dates?.start ?? '') ? -1 : 1;
}
