/** Every reason to turn a whole message away, as the sentence its sender reads. One update's reasons are the product's own. */
import * as z from 'zod';
import {
  BATCH_ITEMS_MAX,
  JSON_DEPTH_MAX,
  SIGNED_WITHIN_MS,
  SUBMITTED_WITHIN_MS,
  WEBHOOK_BYTES_MAX,
} from '#shared/base/limits.ts';
import { type Instant, MINUTE_MS } from '#shared/base/time/instant.ts';

export const webhookRefusalSchema = z.strictObject({
  reason: z.string(),
  message: z.string(),
  /** The part of the message to fix, where one is to blame: `updates.3.event.type`. */
  field: z.string().exactOptional(),
});
export type WebhookRefusal = z.infer<typeof webhookRefusalSchema>;

export const webhookRefusals = {
  /** The one answer before a signature holds: it says nothing of who is known here. */
  unsigned: (): WebhookRefusal => ({
    reason: 'unsigned',
    message:
      'The signature does not hold. Check the sender in the address, the secret, and that the body is sent exactly as it was signed. Nothing was changed.',
  }),
  tooLarge: (): WebhookRefusal => ({
    reason: 'too-large',
    message: `A message holds at most ${WEBHOOK_BYTES_MAX} bytes. Send it in parts. Nothing was changed.`,
  }),
  outsideWindow: (now: Instant): WebhookRefusal => ({
    reason: 'outside-window',
    message: `The message was signed more than ${SIGNED_WITHIN_MS / MINUTE_MS} minutes before or after our clock, which says ${now}. Sign it again with the present time. Nothing was changed.`,
    field: 'webhook-timestamp',
  }),
  submittedOutsideWindow: (now: Instant): WebhookRefusal => ({
    reason: 'outside-window',
    message: `The form was submitted more than ${SUBMITTED_WITHIN_MS / (60 * MINUTE_MS)} hours ago, or in the future, by our clock, which says ${now}. Ask for the answer again. Nothing was changed.`,
    field: 'form_response.submitted_at',
  }),
  badMessageId: (): WebhookRefusal => ({
    reason: 'bad-message-id',
    message: 'A message id has 1 to 200 letters, digits or any of . _ : = -. Nothing was changed.',
    field: 'webhook-id',
  }),
  idTaken: (): WebhookRefusal => ({
    reason: 'id-taken',
    message:
      'A message with this id came before with another body, and its updates are recorded. Nothing was changed now. Send this one under an id of its own.',
    field: 'webhook-id',
  }),
  tooMany: (): WebhookRefusal => ({
    reason: 'too-many',
    message:
      'This sender has sent more messages than it may in this moment. Nothing was changed. Send this one again after the seconds in Retry-After.',
  }),
  notUtf8: (): WebhookRefusal => ({
    reason: 'not-utf-8',
    message: 'The body is not text in UTF-8. Nothing was changed.',
  }),
  notJson: (): WebhookRefusal => ({
    reason: 'not-json',
    message: 'The body is not JSON. Nothing was changed.',
  }),
  tooDeep: (): WebhookRefusal => ({
    reason: 'too-deep',
    message: `The body nests deeper than ${JSON_DEPTH_MAX} levels. Nothing was changed.`,
  }),
  forbiddenName: (name: string): WebhookRefusal => ({
    reason: 'forbidden-name',
    message: `The body has a field named ${name}, which is never read. Nothing was changed.`,
    field: name,
  }),
  wrongShape: (field: string, why: string): WebhookRefusal => ({
    reason: 'wrong-shape',
    message: `${field || 'The body'} ${why}. Nothing was changed.`,
    ...(field && { field }),
  }),
  batchSize: (): WebhookRefusal => ({
    reason: 'batch-size',
    message: `A message carries 1 to ${BATCH_ITEMS_MAX} updates. Nothing was changed.`,
    field: 'updates',
  }),
  brokenOff: (): WebhookRefusal => ({
    reason: 'broken-off',
    message: 'The request broke off. Nothing was changed.',
  }),
  onlyPost: (): WebhookRefusal => ({
    reason: 'only-post',
    message: 'Messages are sent here by POST. Nothing was changed.',
  }),
  noSuchDoor: (): WebhookRefusal => ({
    reason: 'no-such-door',
    message:
      'Nothing is taken at this address. The description is at /openapi.json. Nothing was changed.',
  }),
  failed: (reference: string): WebhookRefusal => ({
    reason: 'failed',
    message: `Something went wrong on our side. Send the same message again: what was recorded is not recorded twice. Its number in our log is ${reference}.`,
  }),
  unknownQuestion: (question: string): WebhookRefusal => ({
    reason: 'unknown-question',
    message: `The question “${question}” is not in this sender's mapping. Add it there, or mark it as ignored, and send the answer again. Nothing was changed.`,
    field: question,
  }),
  unknownChoice: (question: string, field: string): WebhookRefusal => ({
    reason: 'unknown-choice',
    message: `The answer to “${question}” is not one that the mapping has for ${field}. Add it there and send the answer again. Nothing was changed.`,
    field: question,
  }),
  severalAnswers: (question: string): WebhookRefusal => ({
    reason: 'several-answers',
    message: `The question “${question}” was given several answers, or a file, and takes one line. Nothing was changed.`,
    field: question,
  }),
} as const;
