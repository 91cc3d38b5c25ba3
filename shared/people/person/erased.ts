/** That a plan was deleted, and what is still to be removed beside it. */
import * as z from 'zod';
import { LETTERS_PER_ROTATION_MAX, ROTATIONS_MAX } from '#shared/base/limits.ts';
import { instantSchema } from '#shared/base/time/instant.ts';

/** Kept in the item until nothing is left to remove beside it. Every id in here is a keyed hash. */
export const erasedSchema = z.strictObject({
  at: instantSchema,
  left: z
    .strictObject({
      addressId: z.string(),
      chunks: z.int().min(0),
      writerIds: z.array(z.string()).max((ROTATIONS_MAX + 1) * LETTERS_PER_ROTATION_MAX * 2),
    })
    .exactOptional(),
});
export type Erased = z.infer<typeof erasedSchema>;
