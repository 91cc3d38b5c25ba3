/** A signed body as the updates it carries, whichever product wrote it. */
import * as z from 'zod';
import { BATCH_ITEMS_MAX, SIGNED_WITHIN_MS, SUBMITTED_WITHIN_MS } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { type Instant, MINUTE_MS, msOf, SECOND_MS } from '#shared/base/time/instant.ts';
import { type MessageRefusal, messageRefusals } from '#shared/words/sender-refusals.ts';
import { digestOfBody } from './deliveries.ts';
import { googleAnswers, googleFormsSchema } from './google-forms.ts';
import { type FormAnswer, type Mapping, mapAnswers } from './mapping.ts';
import { readJson } from './read-json.ts';
import type { Product, Sender } from './sender.ts';
import type { StandardHeaders } from './signature.ts';
import { typeformAnswers, typeformSchema } from './typeform.ts';

export interface Message {
  readonly id: string;
  /** As they were sent: each is read by itself. */
  readonly items: readonly unknown[];
}

/** What the headers state about a message; Typeform's state nothing. */
export type Envelope = Pick<StandardHeaders, 'id' | 'timestamp'> | undefined;

/** Why a message is refused, and the id it is kept under: its own, or its body's digest where it has none. */
interface TurnedAway {
  readonly refusal: MessageRefusal;
  readonly messageId: string;
}

/** @param now by our own clock */
export function readMessage(
  sender: Pick<Sender, 'product' | 'mapping'>,
  envelope: Envelope,
  body: Uint8Array,
  now: Instant,
): Result<Message, TurnedAway> {
  const early = envelope && wrongEnvelope(envelope, now);
  const json = early ? failure(early) : readJson(body);
  const read = json.ok ? PRODUCTS[sender.product](json.value, sender.mapping, envelope, now) : json;
  if (read.ok) return read;
  const given = envelope?.id ?? (json.ok ? eventIdOf(json.value) : '');
  const messageId = MESSAGE_ID.test(given) ? given : `unread.${digestOfBody(body)}`;
  return failure({ refusal: read.failure, messageId });
}

/** Typeform's id of a delivery, also of one whose rest is not read. */
function eventIdOf(json: unknown): string {
  const { event_id: id } = Object(json) as { event_id?: unknown };
  return typeof id === 'string' ? id : '';
}

/** Letters that are safe in a key, a page and a log. */
const MESSAGE_ID = /^[A-Za-z0-9._:=-]{1,200}$/;

function wrongEnvelope(
  { id, timestamp }: Pick<StandardHeaders, 'id' | 'timestamp'>,
  now: Instant,
): MessageRefusal | undefined {
  if (!MESSAGE_ID.test(id)) return messageRefusals.badMessageId();
  const isNear =
    /^\d{1,12}$/.test(timestamp) &&
    Math.abs(Number(timestamp) * SECOND_MS - msOf(now)) <= SIGNED_WITHIN_MS;
  return isNear ? undefined : messageRefusals.signedOutsideWindow(now);
}

type Reader = (
  json: unknown,
  mapping: Mapping | undefined,
  envelope: Envelope,
  now: Instant,
) => Result<Message, MessageRefusal>;

const PRODUCTS: Readonly<Record<Product, Reader>> = {
  standard: (json, _, envelope) => {
    const parsed = standardSchema.safeParse(json);
    if (parsed.success) return success({ id: envelope?.id ?? '', items: parsed.data.updates });
    const isSize = parsed.error.issues.some(({ code }) => /^too_/.test(code));
    return failure(isSize ? messageRefusals.batchSize() : wrongShape(parsed.error));
  },
  'google-forms': (json, mapping, envelope) => {
    const parsed = googleFormsSchema.safeParse(json);
    if (!parsed.success) return failure(wrongShape(parsed.error));
    return oneItem(envelope?.id ?? '', mapping, googleAnswers(parsed.data));
  },
  typeform: (json, mapping, _, now) => {
    const parsed = typeformSchema.safeParse(json);
    if (!parsed.success) return failure(wrongShape(parsed.error));
    const { event_id: id, form_response: response } = parsed.data;
    if (!MESSAGE_ID.test(id)) return failure(messageRefusals.badMessageId());
    const ageMs = msOf(now) - msOf(response.submitted_at as Instant);
    if (ageMs > SUBMITTED_WITHIN_MS || ageMs < -5 * MINUTE_MS) {
      return failure(messageRefusals.submittedOutsideWindow(now));
    }
    return oneItem(id, mapping, typeformAnswers(parsed.data));
  },
};

function oneItem(
  id: string,
  mapping: Mapping | undefined,
  answers: readonly FormAnswer[],
): Result<Message, MessageRefusal> {
  if (!mapping) throw new Error('A form without a mapping was kept.');
  const item = mapAnswers(mapping, answers);
  return item.ok ? success({ id, items: [item.value] }) : item;
}

function wrongShape({ issues: [issue] }: z.ZodError): MessageRefusal {
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = [...(issue?.path ?? []), ...keys].join('.').slice(0, 200);
  return messageRefusals.wrongShape(field);
}

/** Each update is read by itself, so that one that is wrong holds up none of the others. */
const standardSchema = z.strictObject({
  updates: z.array(z.unknown()).min(1).max(BATCH_ITEMS_MAX),
});
