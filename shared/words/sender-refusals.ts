/** Why a sender's message, an update in it, or the sender itself is refused: codes with their values, then sentences. */
import {
  BATCH_ITEMS_MAX,
  JSON_DEPTH_MAX,
  SENDERS_PER_COHORT_MAX,
  SIGNED_WITHIN_MS,
  SUBMITTED_WITHIN_MS,
  WEBHOOK_BYTES_MAX,
} from '#shared/base/limits.ts';
import type { RefusalBy } from '#shared/base/result.ts';
import { HOUR_MS, type Instant, MINUTE_MS } from '#shared/base/time/instant.ts';
import { explainer } from './explainer.ts';

/** Why a whole message is refused: nothing was changed. */
export const messageRefusals = {
  /** The one answer until the signature is valid: it does not reveal who is known here. */
  unsigned: () => ({ reason: 'unsigned' }) as const,
  tooLarge: () => ({ reason: 'too-large' }) as const,
  signedOutsideWindow: (now: Instant) =>
    ({ reason: 'outside-window', of: 'message', now, field: 'webhook-timestamp' }) as const,
  submittedOutsideWindow: (now: Instant) =>
    ({ reason: 'outside-window', of: 'form', now, field: 'form_response.submitted_at' }) as const,
  badMessageId: () => ({ reason: 'bad-message-id', field: 'webhook-id' }) as const,
  idTaken: () => ({ reason: 'message-id-taken', field: 'webhook-id' }) as const,
  tooMany: () => ({ reason: 'too-many-messages' }) as const,
  notUtf8: () => ({ reason: 'not-utf-8' }) as const,
  notJson: () => ({ reason: 'not-json' }) as const,
  tooDeep: () => ({ reason: 'too-deep' }) as const,
  forbiddenName: (name: string) => ({ reason: 'forbidden-name', name, field: name }) as const,
  wrongShape: (field: string) =>
    ({ reason: 'wrong-shape', part: field || 'The body', ...(field && { field }) }) as const,
  batchSize: () => ({ reason: 'batch-size', field: 'updates' }) as const,
  brokenOff: () => ({ reason: 'broken-off' }) as const,
  onlyPost: () => ({ reason: 'only-post' }) as const,
  noSuchAddress: () => ({ reason: 'no-such-address' }) as const,
  failed: (reference: string) => ({ reason: 'failed', reference }) as const,
  unknownQuestion: (question: string) =>
    ({ reason: 'unknown-question', question, field: question }) as const,
  unknownChoice: (question: string, of: string) =>
    ({ reason: 'unknown-choice', question, of, field: question }) as const,
  severalAnswers: (question: string) =>
    ({ reason: 'several-answers', question, field: question }) as const,
} as const;
export type MessageRefusal = RefusalBy<typeof messageRefusals>;

export const explainMessage = explainer<MessageRefusal>({
  unsigned: () =>
    'The signature is invalid. Check the sender in the address, the secret, and that the body is sent exactly as it was signed. Nothing was changed.',
  'too-large': () =>
    `A message holds at most ${WEBHOOK_BYTES_MAX} bytes. Send it in parts. Nothing was changed.`,
  'outside-window': ({ of, now }) =>
    of === 'message'
      ? `The message was signed more than ${SIGNED_WITHIN_MS / MINUTE_MS} minutes before or after our clock, which shows ${now}. Sign it again with the present time. Nothing was changed.`
      : `The form was submitted more than ${SUBMITTED_WITHIN_MS / HOUR_MS} hours ago, or in the future: our clock shows ${now}. Ask for the answer again. Nothing was changed.`,
  'bad-message-id': () =>
    'A message id has 1 to 200 letters, digits, or any of . _ : = -. Nothing was changed.',
  'message-id-taken': () =>
    'An earlier message had this id and another body, and its updates are recorded. Nothing was changed this time. Send this message under its own id.',
  'too-many-messages': () =>
    'This sender has sent more messages than it may right now. Nothing was changed. Send this one again after the seconds in Retry-After.',
  'not-utf-8': () => 'The body is not text in UTF-8. Nothing was changed.',
  'not-json': () => 'The body is not JSON. Nothing was changed.',
  'too-deep': () => `The body nests deeper than ${JSON_DEPTH_MAX} levels. Nothing was changed.`,
  'forbidden-name': ({ name }) =>
    `The body has a field named ${name}, which is never read. Nothing was changed.`,
  'wrong-shape': ({ part }) =>
    `${part} is missing, too long, or not what belongs there. Nothing was changed.`,
  'batch-size': () => `A message carries 1 to ${BATCH_ITEMS_MAX} updates. Nothing was changed.`,
  'broken-off': () => 'The request broke off. Nothing was changed.',
  'only-post': () => 'Messages are sent here by POST. Nothing was changed.',
  'no-such-address': () =>
    'This address takes no messages. The description is at /openapi.json. Nothing was changed.',
  failed: ({ reference }) =>
    `Something went wrong on our side. Send the same message again: what was recorded is not recorded twice. The number in our log is ${reference}.`,
  'unknown-question': ({ question }) =>
    `The question “${question}” is not in this sender’s mapping. Add it there, or mark it as ignored, and send the answer again. Nothing was changed.`,
  'unknown-choice': ({ question, of }) =>
    `The mapping has no such answer to “${question}” for ${of}. Add it there and send the answer again. Nothing was changed.`,
  'several-answers': ({ question }) =>
    `The question “${question}” was given several answers, or a file, and takes one line. Nothing was changed.`,
});

/** Mistakes that only a sender can make in one update. */
export const itemRefusals = {
  /** The same for a stranger and for someone of another cohort. */
  notYours: () => ({ reason: 'unknown-applicant', field: 'applicant' }) as const,
  planDeleted: () => ({ reason: 'plan-deleted' }) as const,
  wrongApplicant: () => ({ reason: 'wrong-applicant', field: 'applicant' }) as const,
  wrongPart: (field: string) => ({ reason: 'wrong-part', ...(field && { field }) }) as const,
  /** @param problem the sentence of the event's own schema */
  wrongField: (field: string, problem: string) =>
    ({ reason: 'wrong-field', problem, field: `event.${field}` }) as const,
  notReportable: (reportable: readonly string[]) =>
    ({ reason: 'not-reportable', reportable, field: 'event.type' }) as const,
} as const;
type ItemRefusal = RefusalBy<typeof itemRefusals>;

export const explainItem = explainer<ItemRefusal>({
  'unknown-applicant': () => 'This sender’s cohorts have no such applicant.',
  'plan-deleted': () =>
    'The plan that this was about is deleted, and so is what was reported about it.',
  'wrong-applicant': () =>
    'Name the applicant by {"id": …} or by {"address": …}, an email address.',
  'wrong-part': ({ field = 'The update' }) =>
    `${field} is missing or does not belong in an update: an update holds applicant, event, and perhaps rotation and letter.`,
  'wrong-field': ({ problem }) => problem,
  'not-reportable': ({ reportable }) => `This sender may report only: ${reportable.join(', ')}.`,
});

/** Why a sender cannot be added or changed. */
export const senderRefusals = {
  idTaken: (id: string) => ({ reason: 'sender-id-taken', id }) as const,
  unknown: (id: string) => ({ reason: 'unknown-sender', id }) as const,
  revoked: (id: string) => ({ reason: 'sender-revoked', id }) as const,
  tooMany: () => ({ reason: 'too-many-senders' }) as const,
} as const;

export const explainSender = explainer<RefusalBy<typeof senderRefusals>>({
  'sender-id-taken': ({ id }) =>
    `The id “${id}” is or was another sender’s. Choose another id: a revoked one is never used again.`,
  'unknown-sender': ({ id }) => `There is no sender “${id}”.`,
  'sender-revoked': ({ id }) =>
    `The sender “${id}” is revoked and cannot come back. Add another one in its place.`,
  'too-many-senders': () =>
    `A cohort can have ${SENDERS_PER_COHORT_MAX} senders in use. Revoke one that is no longer needed.`,
});
