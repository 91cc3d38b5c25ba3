/** What an update changed, as it was before: enough to give it back, and no more. */
import * as z from 'zod';
import { heldDocumentSchema } from '../documents/document.ts';
import { UNDO_MS } from '../limits.ts';
import { rotationSchema } from '../rotation/rotation.ts';
import { idSchema } from '../text.ts';
import { daySchema } from '../time/day.ts';
import { type Instant, instantSchema, msBetween } from '../time/instant.ts';
import { type Facts, profileSchema } from './facts.ts';

export const undoSchema = z.strictObject({
  updateId: idSchema,
  at: instantSchema,
  /** The one rotation an update can change: as it was, or absent because the update added it. */
  rotationId: idSchema.exactOptional(),
  rotation: rotationSchema.exactOptional(),
  documents: z.array(heldDocumentSchema).exactOptional(),
  profile: profileSchema.exactOptional(),
  erasSubmittedOn: daySchema.or(z.literal('not yet')).exactOptional(),
});
export type Undo = z.infer<typeof undoSchema>;

/** Keeps what differs. An update changes at most one rotation; more would be a fault of `transition`. */
export function undoOf(updateId: string, at: Instant, before: Facts, after: Facts): Undo {
  const changed = after.rotations.filter((rotation) => !before.rotations.includes(rotation));
  if (changed.length > 1) throw new Error('An update changed more than one rotation.');
  const [rotation] = changed;
  const was = rotation && before.rotations.find(({ id }) => id === rotation.id);
  return {
    updateId,
    at,
    ...(rotation && { rotationId: rotation.id }),
    ...(was && { rotation: was }),
    ...(before.documents !== after.documents && { documents: before.documents }),
    ...(before.profile !== after.profile && { profile: before.profile }),
    ...(before.erasSubmittedOn !== after.erasSubmittedOn && {
      erasSubmittedOn: before.erasSubmittedOn ?? 'not yet',
    }),
  };
}

/** True while the update can be taken back. */
export function isFresh(undo: Undo, now: Instant): boolean {
  return msBetween(undo.at, now) < UNDO_MS;
}

/** The facts without the update. What time has moved elsewhere since stays moved: it follows from the dates. */
export function takenBack(facts: Facts, undo: Undo): Facts {
  const { erasSubmittedOn: present, ...others } = facts;
  const submitted = undo.erasSubmittedOn ?? present;
  return {
    ...others,
    profile: undo.profile ?? facts.profile,
    documents: undo.documents ?? facts.documents,
    rotations: facts.rotations.flatMap((rotation) =>
      rotation.id === undo.rotationId ? (undo.rotation ?? []) : rotation,
    ),
    ...(submitted && submitted !== 'not yet' && { erasSubmittedOn: submitted }),
  };
}
