/** What an update changed, as it was before: just enough to undo it. */
import * as z from 'zod';
import { ROTATIONS_MAX, UNDO_MS } from '#shared/base/limits.ts';
import { idSchema } from '#shared/base/text.ts';
import { type Instant, instantSchema, msBetween } from '#shared/base/time/instant.ts';
import { type Facts, factsSchema } from '#shared/plan/facts/facts.ts';
import { rotationSchema } from '#shared/plan/facts/rotation.ts';

type Others = Omit<Facts, 'rotations'>;

const { rotations: _, ...otherSchemas } = factsSchema.shape;
/** Every part of the facts beside the rotations; taken from their schema, so that a new part is never forgotten. */
const PARTS = Object.keys(otherSchemas) as (keyof Others)[];

// `Object.fromEntries` forgets which schema belongs to which name; the facts' own schema has both.
const partsSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(otherSchemas).map(([part, schema]) => [part, z.exactOptional(schema)]),
  ),
) as unknown as z.ZodType<Partial<Others>>;

export const undoSchema = z.strictObject({
  updateId: idSchema,
  at: instantSchema,
  /** Each rotation the update changed: as it was, or absent because the update added it. */
  rotations: z
    .array(z.strictObject({ id: idSchema, was: rotationSchema.exactOptional() }))
    .max(ROTATIONS_MAX),
  /** Every other part it changed, as it was. */
  parts: partsSchema.exactOptional(),
  /** Parts that were not there before. */
  absent: z.array(z.enum(PARTS)).exactOptional(),
});
export type Undo = z.infer<typeof undoSchema>;

/** Keeps what differs. Most updates change one rotation; a shared document may move several. */
export function undoOf(updateId: string, at: Instant, before: Facts, after: Facts): Undo {
  const changed = after.rotations.filter((rotation) => !before.rotations.includes(rotation));
  const rotations = changed.map(({ id }) => {
    const was = before.rotations.find((rotation) => rotation.id === id);
    return { id, ...(was && { was }) };
  });
  const parts = PARTS.filter((part) => before[part] !== after[part]);
  const absent = parts.filter((part) => before[part] === undefined);
  return {
    updateId,
    at,
    rotations,
    ...(parts.length > absent.length && {
      parts: Object.fromEntries(
        parts.filter((part) => !absent.includes(part)).map((part) => [part, before[part]]),
      ),
    }),
    ...(absent.length > 0 && { absent }),
  };
}

export function isFresh(undo: Undo, now: Instant): boolean {
  return msBetween(undo.at, now) < UNDO_MS;
}

/** The facts without the update. What time has moved since then stays moved: it follows from the dates. */
export function takenBack(facts: Facts, { rotations, parts, absent = [] }: Undo): Facts {
  const kept = Object.fromEntries(
    Object.entries(facts).filter(([part]) => !(absent as string[]).includes(part)),
  ) as Facts;
  return {
    ...kept,
    ...parts,
    rotations: facts.rotations.flatMap((rotation) => {
      const changed = rotations.find(({ id }) => id === rotation.id);
      return changed ? (changed.was ?? []) : rotation;
    }),
  };
}
