/** A message to a list of applicants: the preview fixes the recipients, and the item records how many have received it. */
import * as z from 'zod';
import { idSchema } from '#shared/base/text.ts';
import { DAY_MS, type Instant, instantSchema, plusMs } from '#shared/base/time/instant.ts';
import { messageSchema } from '#shared/people/person/message.ts';

/** Recipients in one item. */
export const MESSAGE_PART_PEOPLE = 1000;

/** Everyone in the largest report. */
const MESSAGE_PEOPLE_MAX = 20_000;
/** The list of recipients is deleted after a month. */
const MESSAGE_KEPT_DAYS = 30;

const countSchema = z.int().min(0).max(MESSAGE_PEOPLE_MAX);

export const bulkSchema = z.strictObject({
  kind: z.literal('bulk'),
  id: idSchema,
  version: z.int().min(0),
  cohortId: idSchema,
  at: instantSchema,
  message: messageSchema,
  /** Recorded in each one's case as a contact: they were chosen one by one, or the advisor said so. */
  isContact: z.literal(true).exactOptional(),
  /** The number of recipients, whose ids are in the parts. */
  total: countSchema,
  /** How many of them have been processed, in order. */
  done: countSchema,
  /** How many of those got it; the others have left or can no longer be emailed. */
  given: countSchema,
  /** When all had been processed. */
  handedOutAt: instantSchema.exactOptional(),
  leaseUntil: instantSchema.exactOptional(),
  /** While it is in progress: when the sweep resumes it. */
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
type BulkPart = z.infer<typeof bulkPartSchema>;

/** A new message, due at once, and the parts with its recipients. Write the parts first. */
export function newBulk(
  of: Pick<Bulk, 'id' | 'cohortId' | 'message' | 'isContact'>,
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
