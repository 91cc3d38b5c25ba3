/** A sender of updates from outside: a school's form or system, what it may report, and about whom. */
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import { idSchema, lineSchema } from '#shared/base/text.ts';
import { type Instant, instantSchema } from '#shared/base/time/instant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { everyEventType } from '../fields/event-fields.ts';
import { mappingSchema } from './mapping.ts';
import { generationSchema } from './signature.ts';

/** A sender serves a few cohorts of one school. */
const SENDER_COHORTS_MAX = 20;

/** Which of the three formats it uses. */
export const productSchema = z.enum(['standard', 'google-forms', 'typeform']);
export type Product = z.infer<typeof productSchema>;

/** The applicant's own word, or undone by its own link: nobody's to report from outside. */
const OWN_WORD: ReadonlySet<Event['type']> = new Set([
  'letter-contact',
  'letter-taken-back',
  'snoozed',
  'snooze-ended',
  'email-hours-set',
  'topic-set',
  'undone',
]);

/** What a sender may be allowed to report. Not a case: those are the advisors' own. */
export function sendableTypes(): string[] {
  return everyEventType().filter((type) => !OWN_WORD.has(type) && !type.startsWith('case-'));
}

export const eventTypeSchema = z.string().refine((type) => sendableTypes().includes(type), {
  error: 'is not the name of an update that a sender may report',
});

export const senderSchema = z.strictObject({
  kind: z.literal('sender'),
  id: idSchema,
  version: z.int().min(0),
  name: lineSchema,
  product: productSchema,
  cohortIds: z.array(idSchema).min(1).max(SENDER_COHORTS_MAX),
  /** As it was once allowed; `reportable` gives what is allowed now. */
  eventTypes: z.array(z.string()).min(1),
  generations: z.array(generationSchema).min(1).max(2),
  /** What the questions of its form mean; a standard sender has none. */
  mapping: mappingSchema.exactOptional(),
  createdAt: instantSchema,
  /** From then on nothing it sends is accepted. Its id is never used again. */
  revokedAt: instantSchema.exactOptional(),
});
export type Sender = z.infer<typeof senderSchema>;

/** The types that a sender was allowed and may still report. */
export function reportable({ eventTypes }: Pick<Sender, 'eventTypes'>): string[] {
  return eventTypes.filter((type) => eventTypeSchema.safeParse(type).success);
}

/** All senders, oldest first. There is one such item. */
export const senderListSchema = z.strictObject({
  kind: z.literal('sender-list'),
  id: z.literal('all'),
  version: z.int().min(0),
  senders: z.array(z.strictObject({ id: idSchema, cohortIds: z.array(idSchema) })),
});
export const SENDER_LIST_ID = 'all' as const;

export type NewSender = Pick<
  Sender,
  'id' | 'name' | 'product' | 'cohortIds' | 'eventTypes' | 'mapping'
>;

/** A sender before its first delivery. */
export function newSender(of: NewSender, now: Instant): Sender {
  const generations = [{ n: 1, since: now }];
  return { kind: 'sender', version: 0, generations, createdAt: now, ...of };
}

const newSenderSchema = senderSchema
  .pick({ id: true, name: true, product: true, cohortIds: true, mapping: true })
  .extend({ eventTypes: z.array(eventTypeSchema).min(1) });

/** Every fault as a sentence that names its field. */
export function readNewSender(value: unknown): Result<NewSender, string[]> {
  return read(newSenderSchema, value, 'The sender');
}

/** A mapping from outside. Refuses with a sentence a field that is wrong. */
export function readMapping(value: unknown): Result<z.infer<typeof mappingSchema>, string[]> {
  return read(mappingSchema, value, 'The mapping');
}

function read<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  what: string,
): Result<Value, string[]> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return success(parsed.data);
  return failure(
    parsed.error.issues.map((issue) => {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const field = [...issue.path, ...keys].join('.');
      const why = keys.length > 0 ? 'is not a field of it' : issue.message;
      return `${field ? `${what}’s ${field}` : what} ${why}.`;
    }),
  );
}
