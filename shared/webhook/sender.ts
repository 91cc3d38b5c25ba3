/** Who may send updates from outside: a form or a system of one school, with what it may say and of whom. */
import * as z from 'zod';
import { SENDER_COHORTS_MAX, SENDERS_MAX } from '../limits.ts';
import { idSchema, lineSchema } from '../text.ts';
import { type Instant, instantSchema } from '../time/instant.ts';
import { everyEventType } from '../web/forms/field-names.ts';
import { mappingSchema } from './mapping.ts';
import { generationSchema } from './secret.ts';

/** Which of the three ways it speaks. */
export const productSchema = z.enum(['standard', 'google-forms', 'typeform']);
export type Product = z.infer<typeof productSchema>;

/**
 * What a sender may be allowed to report. Not an undo, which is done by the link that came with the answer, and not
 * a case: those are the advisors' own.
 */
export function sendableTypes(): string[] {
  return everyEventType().filter((type) => type !== 'undone' && !type.startsWith('case-'));
}

const eventTypeSchema = z.string().refine((type) => sendableTypes().includes(type), {
  error: 'is not the name of an update',
});

export const senderSchema = z.strictObject({
  kind: z.literal('sender'),
  id: idSchema,
  version: z.int().min(0),
  name: lineSchema,
  product: productSchema,
  cohortIds: z.array(idSchema).min(1).max(SENDER_COHORTS_MAX),
  eventTypes: z.array(eventTypeSchema).min(1),
  generations: z.array(generationSchema).min(1).max(2),
  /** What the questions of its form mean; a standard sender has none. */
  mapping: mappingSchema.exactOptional(),
  createdAt: instantSchema,
  /** From then on nothing it sends is taken. Its id is never given again. */
  revokedAt: instantSchema.exactOptional(),
});
export type Sender = z.infer<typeof senderSchema>;

/** The ids of all senders. There is one such item. */
export const senderListSchema = z.strictObject({
  kind: z.literal('sender-list'),
  id: z.literal('all'),
  version: z.int().min(0),
  senderIds: z.array(idSchema).max(SENDERS_MAX),
});
export const SENDER_LIST_ID = 'all' as const;

export type NewSender = Pick<
  Sender,
  'id' | 'name' | 'product' | 'cohortIds' | 'eventTypes' | 'mapping'
>;

export function newSender(of: NewSender, now: Instant): Sender {
  const generations = [{ n: 1, since: now }];
  return { kind: 'sender', version: 0, generations, createdAt: now, ...of };
}
