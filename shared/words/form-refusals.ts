/** Why a page refuses a form as a form, or a message to a list. Nothing was changed. */
import type { Refusal } from '#shared/base/refusal.ts';

export const formSentences = {
  interrupted: 'The request was interrupted. Nothing was changed.',
  otherPage: 'This form is not from this page. Open the page again.',
  noAddress: 'This is not an email address. Enter it as name@place.',
  noSuchZone: 'The time zone is not one of the choices.',
  reasonNeeded: 'Enter why you withdraw it, in at most 400 characters.',
} as const;

/** Of an act on several applicants. */
export const actRefusals = {
  unreadable: 'This form is not from the report. Open the report again.',
  nobody: 'No applicant is selected. Check the box beside a name first.',
  noNote: 'Enter what was said in the call.',
  pastDay: 'Choose a day after today.',
  noOwner: 'This advisor is not in the cohort any longer. Choose another one.',
} as const;

export const listMessageRefusals = {
  subject: {
    reason: 'invalid',
    message: 'The subject is empty, too long, or has an invisible character.',
  },
  paragraphs: {
    reason: 'invalid',
    message: 'The message is empty, has too many paragraphs, or one that is too long.',
  },
  notPreviewed: {
    reason: 'invalid',
    message: 'This form is not from the preview. Preview the message again.',
  },
  nobodyToEmail: {
    reason: 'nobody-to-email',
    message: 'No one on this list can be emailed. Choose another list.',
  },
  ofOtherCohort: { reason: 'other-cohort', message: 'Preview the message again.' },
  listChanged: {
    reason: 'list-changed',
    message: 'The list has changed since the preview. Check it, then send.',
  },
} as const satisfies Readonly<Record<string, Refusal>>;
