/** Moves a rotation on at once when the conditions of its next stage are met. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { World } from '#shared/world/world.ts';
import { isComplete, judgeChecklist } from '../documents/judge.ts';
import type { Facts } from '../facts/facts.ts';
import { isInEras, isOpen } from '../facts/letter.ts';
import type { ClosedReason, Rotation, WithdrawnWhy } from '../facts/rotation.ts';
import type { StageName, StatusName } from '../facts/stage-names.ts';
import { endOf, startOf } from '../rotation/moments.ts';
import { grantsLetters } from '../rotation/site.ts';

/** What an event meets: the plan, the moment, and the world. */
export interface Setting {
  readonly facts: Facts;
  /** The ID of a rotation, letter, cost, or experience that the event creates. */
  readonly newId: string;
  readonly now: Instant;
  readonly world: World;
}

type Settling = Pick<Setting, 'now' | 'world'> & { readonly facts: Pick<Facts, 'documents'> };

/** Moves on, or back after corrected dates, until nothing more follows. */
export function settle(rotation: Rotation, by: Settling): Rotation {
  const next = step(rotation, by);
  return next === rotation ? rotation : settle(next, by);
}

export function at(
  rotation: Rotation,
  stage: StageName,
  status: StatusName,
  now: Instant,
): Rotation {
  const { stageSince = rotation.since, ...rest } = rotation;
  const isSameStage = stage === rotation.stage;
  return { ...rest, stage, status, since: now, ...(isSameStage && { stageSince }) };
}

export function close(
  rotation: Rotation,
  reason: ClosedReason,
  now: Instant,
  why?: WithdrawnWhy,
): Rotation {
  const closed = { reason, at: now, ...(why && { why }) };
  return { ...at(rotation, 'closed', 'closed', now), closed };
}

function step(rotation: Rotation, { facts: { documents }, now, world }: Settling): Rotation {
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
      // The dates were moved into the future: the rotation has not started after all.
      if (rotation.dates && startOf(rotation.dates.start) > now) {
        const { startedIncomplete: _, ...others } = rotation;
        return at(others, 'documents', 'collecting', now);
      }
      return rotation;
    case 'waiting':
    case 'not-progressing':
      return afterRotation(rotation, now, !grantsLetters(rotation, world));
    case 'to-assign':
      // One assigned letter is enough to close the rotation, even if another writer is still silent.
      if (!rotation.letters.some(isInEras)) return at(rotation, 'request-letter', 'waiting', now);
      return rotation.letters.some((letter) => letter.status === 'uploaded')
        ? rotation
        : close(rotation, 'complete', now);
    case 'closed':
      return isToAssign(rotation) ? reopened(rotation) : rotation;
    default:
      return rotation;
  }
}

/** Called complete, as a sheet may, though a letter in ERAS reaches no program yet. */
function isToAssign({ closed, letters }: Rotation): boolean {
  return closed?.reason === 'complete' && letters.some(({ status }) => status === 'uploaded');
}

function reopened({ closed: _, endedAt: __, ...rotation }: Rotation): Rotation {
  return at(rotation, 'letter-received', 'to-assign', rotation.since);
}

function afterRotation(rotation: Rotation, now: Instant, hostGrantsNone: boolean): Rotation {
  if (rotation.dates && endOf(rotation.dates.end) > now) {
    return at(rotation, 'rotate', 'underway', now);
  }
  if (rotation.letters.some(isInEras)) return at(rotation, 'letter-received', 'to-assign', now);
  // No letter is to come, but only the applicant can say that it took place.
  const isOver = rotation.confirmed?.includes('ended') && !rotation.letters.some(isOpen);
  if (hostGrantsNone && isOver) return close(rotation, 'finished-without-letter', now);
  // A new writer has agreed: wait again.
  if (rotation.status === 'not-progressing' && rotation.letters.some(isOpen)) {
    return at(rotation, 'request-letter', 'waiting', now);
  }
  return rotation;
}
