/** The body of a Standard Webhooks message: updates as our own schema names them. */
import * as z from 'zod';
import { BATCH_ITEMS_MAX } from '#shared/base/limits.ts';

/** Each update is read by itself, so that one that is wrong holds up none of the others. */
export const standardSchema = z.strictObject({
  updates: z.array(z.unknown()).min(1).max(BATCH_ITEMS_MAX),
});
