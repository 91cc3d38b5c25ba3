/** Where a rotation stands once an event or the clock has changed it: conditions already met move it on at once. */

import type { Instant } from '#shared/base/time/instant.ts';
import type { World } from '#shared/world/world.ts';
import { isComplete, judgeChecklist } from '../documents/judge.ts';
import type { HeldDocument } from '../facts/document.ts';
import { isInEras, isOpen } from '../facts/letter.ts';
import type { ClosedReason, Rotation } from '../facts/rotation.ts';
import type { StageName, StatusName } from '../facts/stage-names.ts';
import { endOf, startOf } from '../rotation/moments.ts';

/** Moves on, or back where corrected dates say so, until nothing more follows. Pure; at most one step a stage. */
export function settle(
  rotation: Rotation,
  documents: readonly HeldDocument[],
  now: Instant,
  world: World,
): Rotation {
  const next = step(rotation, documents, now, world);
  return next === rotation ? rotation : settle(next, documents, now, world);
}

/** The rotation at another place of the stage table; its `since` is now. */
export function at(
  rotation: Rotation,
  stage: StageName,
  status: StatusName,
  now: Instant,
): Rotation {
  return { ...rotation, stage, status, since: now };
}

/** Closed from now on; the undo day is counted from `now`. */
export function close(rotation: Rotation, reason: ClosedReason, now: Instant): Rotation {
  return { ...at(rotation, 'closed', 'closed', now), closed: { reason, at: now } };
}

function step(
  rotation: Rotation,
  documents: readonly HeldDocument[],
  now: Instant,
  world: World,
): Rotation {
  const host = world.host(rotation.host.institutionId, rotation.mode);
  switch (rotation.status) {
    case 'collecting':
    case 'upcoming': {
      const complete = isComplete(judgeChecklist(rotation, documents, host));
      if (complete && rotation.status === 'collecting')
        return at(rotation, 'rotate', 'upcoming', now);
      if (!complete && rotation.status === 'upcoming') {
        return at(rotation, 'documents', 'collecting', now);
      }
      return rotation;
    }
    case 'underway':
      // Dates corrected into the future: the rotation has not begun after all.
      if (rotation.dates && startOf(rotation.dates.start) > now) {
        const { startedIncomplete: _, ...others } = rotation;
        return at(others, 'documents', 'collecting', now);
      }
      return rotation;
    case 'waiting':
    case 'not-progressing':
      return afterRotation(rotation, now, host?.grantsLetters === false);
    case 'to-assign':
      // A second writer who is still silent does not keep a rotation open whose letter programs can read.
      return rotation.letters.some((letter) => letter.status === 'uploaded')
        ? rotation
        : close(rotation, 'complete', now);
    default:
      return rotation;
  }
}

function afterRotation(rotation: Rotation, now: Instant, hostGrantsNone: boolean): Rotation {
  if (rotation.dates && endOf(rotation.dates.end) > now) {
    return at(rotation, 'rotate', 'underway', now);
  }
  if (rotation.letters.some(isInEras)) return at(rotation, 'letter-received', 'to-assign', now);
  if (hostGrantsNone) return close(rotation, 'finished-without-letter', now);
  // A newly agreed writer gives the letter another chance.
  if (rotation.status === 'not-progressing' && rotation.letters.some(isOpen)) {
    return at(rotation, 'request-letter', 'waiting', now);
  }
  return rotation;
}
