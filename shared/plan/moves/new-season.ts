/** Another Match year: ERAS starts over with submission and assignments, and keeps letters; papers stay as they are. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '../facts/facts.ts';
import { unassigned } from '../facts/letter.ts';
import type { Rotation } from '../facts/rotation.ts';
import { withoutEnd } from './reopen.ts';
import { at } from './settle.ts';

export function inNewSeason(facts: Facts, now: Instant): Facts {
  const { erasSubmittedOn: _, letters, ...kept } = facts;
  return {
    ...kept,
    rotations: kept.rotations.map((rotation) => toAssignAgain(rotation, now)),
    ...(letters && { letters: letters.map((letter) => unassigned(letter, now)) }),
  };
}

/** A rotation that was complete has its letter to assign again. */
function toAssignAgain(rotation: Rotation, now: Instant): Rotation {
  const letters = rotation.letters.map((letter) => unassigned(letter, now));
  if (rotation.closed?.reason !== 'complete') return { ...rotation, letters };
  return { ...at(withoutEnd(rotation), 'letter-received', 'to-assign', now), letters };
}
