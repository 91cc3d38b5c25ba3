/** When a rotation changes with nobody acting. A rotation's days are counted in Eastern time: its host is in the US. */

import { UNDO_MS } from '#shared/base/limits.ts';
import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import { EASTERN, type Instant, plusMs, startOfDay } from '#shared/base/time/instant.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';
import type { TimeMove } from '../facts/stages.ts';
import { ladderEndDay } from '../letters/due.ts';

/** The move that time makes next and its moment, or undefined when only people can move this rotation. */
export interface Moment {
  readonly at: Instant;
  readonly move: TimeMove;
}

/** Always the same for the same facts: the moment may lie in the past, and then the move is owed. */
export function nextMoment(rotation: Rotation, season: Season): Moment | undefined {
  switch (rotation.status) {
    case 'not-progressing':
    case 'to-assign':
      return undefined;
    case 'shortlisted':
    case 'submitted':
    case 'waitlisted':
      return datesPass(rotation);
    case 'preparing': {
      const { windowClosesOn } = rotation;
      const closes = windowClosesOn && {
        at: endOf(windowClosesOn),
        move: 'window-closes' as const,
      };
      return sooner(closes, datesPass(rotation));
    }
    case 'offered': {
      const { offer } = rotation;
      const expires = offer && { at: endOf(offer.expiresOn), move: 'offer-expires' as const };
      return sooner(expires, datesPass(rotation));
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

/**
 * Nobody waits for a place in the past. A rotation entered after its own last day is somebody writing down what was, and
 * stays.
 */
function datesPass({ dates, since }: Rotation): Moment | undefined {
  if (!dates || endOf(dates.end) <= since) return undefined;
  return { at: endOf(dates.end), move: 'dates-pass' };
}

function sooner(a: Moment | undefined, b: Moment | undefined): Moment | undefined {
  return !a || (b && b.at < a.at) ? b : a;
}

/** The first moment of a day where rotations happen. */
export function startOf(day: Day): Instant {
  return startOfDay(day, EASTERN);
}

/** The moment a day is over where rotations happen. */
export function endOf(day: Day): Instant {
  return startOfDay(plusDays(day, 1), EASTERN);
}

/** Halfway through (guide: "about halfway through"), the day from which a letter may be asked for. */
export function midpointOf(dates: RotationDates): Day {
  return plusDays(dates.start, Math.floor(daysBetween(dates.start, dates.end) / 2));
}
