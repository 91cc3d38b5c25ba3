/** Mistakes that only a sender can make in an update, and why a sender cannot be added or changed: codes and sentences. */
import { SENDERS_PER_COHORT_MAX } from '#shared/base/limits.ts';
import type { RefusalBy } from '#shared/base/result.ts';
import { explainer } from './explainer.ts';

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
