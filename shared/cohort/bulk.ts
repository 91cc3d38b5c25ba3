/** A message on its way to a list: who gets it is fixed by what was previewed, and how many have it is written down. */
import * as z from 'zod';
import { idSchema } from '#shared/base/text.ts';
import { DAY_MS, type Instant, instantSchema, plusMs } from '#shared/base/time/instant.ts';
import { messageSchema } from '#shared/people/person/message.ts';

/** Recipients in one item, and come to between two records of how far a message is. */
export const MESSAGE_PART_PEOPLE = 1000;

/** People one message goes to: everybody of the largest report. */
const MESSAGE_PEOPLE_MAX = 20_000;
/** Who was to get a message is forgotten, like whoever asks about it, after a season's month. */
const MESSAGE_KEPT_DAYS = 30;

const countSchema = z.int().min(0).max(MESSAGE_PEOPLE_MAX);

export const bulkSchema = z.strictObject({
  kind: z.literal('bulk'),
  id: idSchema,
  version: z.int().min(0),
  cohortId: idSchema,
  at: instantSchema,
  message: messageSchema,
  /** Recipients, whose ids lie in parts. */
  total: countSchema,
  /** Of these, the first so many were come to. */
  done: countSchema,
  /** Of these, so many have it; the others left or cannot be emailed since. */
  given: countSchema,
  /** When everybody was come to. */
  handedOutAt: instantSchema.exactOptional(),
  leaseUntil: instantSchema.exactOptional(),
  /** While it is under way: when the sweep looks for somebody to go on. */
  dueAt: instantSchema.exactOptional(),
});
export type Bulk = z.infer<typeof bulkSchema>;

export const bulkPartSchema = z.strictObject({
  kind: z.literal('bulk-part'),
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  expiresAt: instantSchema,
  recipients: z.array(idSchema).min(1).max(MESSAGE_PART_PEOPLE),
});
export type BulkPart = z.infer<typeof bulkPartSchema>;

/** A new message, due at once, and the parts that hold its recipients. The parts are written first. */
export function newBulk(
  of: Pick<Bulk, 'id' | 'cohortId' | 'message'>,
  recipients: readonly string[],
  now: Instant,
): { readonly item: Bulk; readonly parts: readonly BulkPart[] } {
  const expiresAt = plusMs(now, MESSAGE_KEPT_DAYS * DAY_MS);
  const count = Math.ceil(recipients.length / MESSAGE_PART_PEOPLE);
  const parts = Array.from({ length: count }, (_, index): BulkPart => {
    const from = index * MESSAGE_PART_PEOPLE;
    return {
      kind: 'bulk-part',
      id: bulkPartId(of.id, index),
      version: 0,
      expiresAt,
      recipients: recipients.slice(from, from + MESSAGE_PART_PEOPLE),
    };
  });
  const item: Bulk = {
    kind: 'bulk',
    version: 0,
    at: now,
    total: recipients.length,
    done: 0,
    given: 0,
    dueAt: now,
    ...of,
  };
  return { item, parts };
}

/** @param index from 0 */
export function bulkPartId(bulkId: string, index: number): string {
  return `${bulkId}.${index}`;
}
