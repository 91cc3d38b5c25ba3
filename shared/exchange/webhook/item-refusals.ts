/** What only a sender can get wrong about one update. Everything else is refused in the product's own sentences. */

import type { Refusal } from '#shared/base/refusal.ts';
import type { FormError } from '../fields/field.ts';

export const itemRefusals = {
  /** The same for a stranger and for somebody of another cohort. */
  notYours: (): Refusal => ({
    reason: 'unknown-applicant',
    message: 'There is no such applicant among the cohorts of this sender.',
    field: 'applicant',
  }),
  planDeleted: (): Refusal => ({
    reason: 'plan-deleted',
    message: 'The plan that this was about is deleted, and so is what was said of it.',
  }),
  whoIsMeant: (): Refusal => ({
    reason: 'wrong-applicant',
    message: 'The applicant is named by {"id": …} or by {"address": …}, an email address.',
    field: 'applicant',
  }),
  wrongPart: (field: string): Refusal => ({
    reason: 'wrong-field',
    message: `${field || 'The update'} is missing, or not what an update holds: applicant, event, and perhaps rotation and letter.`,
    ...(field && { field }),
  }),
  wrongField: ({ field, message }: FormError): Refusal => ({
    reason: 'wrong-field',
    message,
    field: `event.${field}`,
  }),
  mayNotSay: (allowed: readonly string[]): Refusal => ({
    reason: 'may-not-say',
    message: `This sender may report: ${allowed.join(', ')}. Nothing else is taken from it.`,
    field: 'event.type',
  }),
} as const;
