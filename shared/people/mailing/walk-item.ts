/** The walk that has everybody planned again after the world or the release changed: where it is, so that any process goes on. */
import * as z from 'zod';
import { instantSchema } from '#shared/base/time/instant.ts';

export const walkSchema = z.strictObject({
  kind: z.literal('walk'),
  id: z.literal('replan'),
  version: z.int().min(0),
  /** The release and the version of the world that it walks for; another one begins the walk again. */
  fingerprint: z.string().min(1).max(200),
  noticedAt: instantSchema,
  /** Where the next page begins. */
  from: z.string().exactOptional(),
  /** People set due so far. */
  woken: z.int().min(0),
  isDone: z.boolean(),
});
export type Walk = z.infer<typeof walkSchema>;

/** The one id of it. */
export const WALK_ID = 'replan';
