/** Progress of the walk that replans everyone after a change of dates or release, so that any process can continue it. */
import * as z from 'zod';
import { instantSchema } from '#shared/base/time/instant.ts';

export const walkSchema = z.strictObject({
  kind: z.literal('walk'),
  id: z.literal('replan'),
  version: z.int().min(0),
  /** The release and the version of the world; a new one restarts the walk. */
  fingerprint: z.string().min(1).max(200),
  noticedAt: instantSchema,
  /** The start of the next page. */
  from: z.string().exactOptional(),
  /** People set due so far. */
  woken: z.int().min(0),
  isDone: z.boolean(),
});
export type Walk = z.infer<typeof walkSchema>;

export const WALK_ID = 'replan';
