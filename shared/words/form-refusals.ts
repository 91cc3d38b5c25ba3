/** Why a page refuses a form itself, or a message to a list. Nothing was changed. */
import type { Refusal } from '#shared/base/result.ts';

export const formSentences = {
  interrupted: 'The request was interrupted. Nothing was changed.',
  otherPage: 'This form is not from this page. Open the page again.',
  noAddress: 'This is not an email address. Enter one such as name@example.org.',
  addressComplained:
    'An email from us was marked as spam at the current address. Only a link that we emailed there in the last hour, or an advisor who knows you, can change it. Nothing was changed.',
  isPresentAddress: 'Emails go to this address already. Enter another one.',
  movedThisWeek:
    'The address was changed less than 7 days ago, and the old one can still take the plan back. It can be changed again after that.',
  noProof:
    'Enter how you know that it is them: the current address takes no emails and could not object.',
  ownersAddress:
    'The applicant started this plan alone, and its current address could not object. Only a link that we emailed there in the last hour can change it.',
  noSuchHost: 'The directory has no such offering.',
  notOurSheet: 'This form is not one that we made. Send the file again.',
  sheetUnchanged: 'No cell of this file differs from what your cohorts have.',
  noSuchZone: 'The time zone is not one of the choices.',
  reasonNeeded: 'Enter why you withdraw it, in at most 400 characters.',
} as const;

/** Why an act on several applicants is refused. */
export const actRefusals = {
  unreadable: 'This form is not from the report. Open the report again.',
  nobody: 'No applicant is selected. Check the box beside a name first.',
  noNote: 'Enter what was said in the call.',
  pastDay: 'Choose a day after today.',
  noCohort: 'Choose another cohort that you advise.',
  sameOwner: 'Choose two different advisors.',
  noOwner: 'This advisor is no longer in the cohort. Choose another one.',
} as const;

/** Why a view of the report is not saved. */
export const viewRefusals = {
  name: 'Enter a name of one line, with at most 40 characters.',
  naming:
    'A view that names people is not saved. Remove the search, and the filters by applicant and by letter writer, first.',
  taken: 'Another view has this name. Choose a different one.',
  full: 'This list has 20 views already. Delete one of them first.',
} as const;

/** Why a report about a line of the directory, or its answer, is not taken. */
export const doubtRefusals = {
  unknown: 'This report is not in the queue.',
  answered: 'Someone answered it before you.',
  noAnswer: 'Enter an answer of one sentence.',
  noHost: 'No host has this ID.',
  noSentence: 'Enter what the office asks, in one sentence.',
  full: 'The queue is full.',
} as const;

/** Why a sentence is not taken as the office's. */
export function notOfHost(domains: readonly string[]): string {
  return `The host’s own domain is ${domains.join(' or ')}: this address is on another.`;
}

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

/** @param fields that a message may hold in braces */
export function noSuchField(name: string, fields: readonly string[]): Refusal {
  const known = new Intl.ListFormat('en-US').format(fields.map((field) => `{${field}}`));
  return {
    reason: 'invalid',
    message: `“{${name}}” is not filled in. In braces, only ${known} can be used.`,
  };
}
