/** What an update changed, as it was before: enough to give it back, and no more. */
import * as z from 'zod';
import { heldDocumentSchema } from '../documents/document.ts';
import { letterSchema } from '../letters/letter.ts';
import { OWN_LETTERS_MAX, ROTATIONS_MAX, UNDO_MS } from '../limits.ts';
import { rotationSchema } from '../rotation/rotation.ts';
import { idSchema } from '../text.ts';
import { daySchema } from '../time/day.ts';
import { type Instant, instantSchema, msBetween } from '../time/instant.ts';
import { type Facts, profileSchema } from './facts.ts';

export const undoSchema = z.strictObject({
  updateId: idSchema,
  at: instantSchema,
  /** Each rotation the update changed: as it was, or absent because the update added it. */
  rotations: z
    .array(z.strictObject({ id: idSchema, was: rotationSchema.exactOptional() }))
    .max(ROTATIONS_MAX),
  documents: z.array(heldDocumentSchema).exactOptional(),
  letters: z.array(letterSchema).max(OWN_LETTERS_MAX).exactOptional(),
  profile: profileSchema.exactOptional(),
  erasSubmittedOn: daySchema.or(z.literal('not yet')).exactOptional(),
});
export type Undo = z.infer<typeof undoSchema>;

/** Keeps what differs. Most updates change one rotation; a shared document may move several. */
export function undoOf(updateId: string, at: Instant, before: Facts, after: Facts): Undo {
  const changed = after.rotations.filter((rotation) => !before.rotations.includes(rotation));
  const rotations = changed.map(({ id }) => {
    const was = before.rotations.find((rotation) => rotation.id === id);
    return { id, ...(was && { was }) };
  });
  return {
    updateId,
    at,
    rotations,
    ...(before.documents !== after.documents && { documents: before.documents }),
    ...(before.letters !== after.letters && { letters: before.letters ?? [] }),
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
    rotations: facts.rotations.flatMap((rotation) => {
      const changed = undo.rotations.find(({ id }) => id === rotation.id);
      return changed ? (changed.was ?? []) : rotation;
    }),
    ...(undo.letters && { letters: undo.letters }),
    ...(submitted && submitted !== 'not yet' && { erasSubmittedOn: submitted }),
  };
}
