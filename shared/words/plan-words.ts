/** Costs, letter statuses, and whose turn it is, in words. */

import type { WaitingOn } from '#shared/agenda/waiting-on.ts';
import type { CostKind } from '#shared/plan/facts/cost.ts';
import type { LetterStatus } from '#shared/plan/facts/letter.ts';

export const COST_WORDS: Readonly<Record<CostKind, string>> = {
  'application-fee': 'Application fee',
  'host-fee': 'Host’s fee or tuition',
  insurance: 'Health insurance',
  malpractice: 'Malpractice insurance',
  housing: 'Housing',
  travel: 'Travel',
  visa: 'Visa',
  other: 'Other',
};

/** Whose turn it is, as an advisor reads it. */
export const HOLDER_WORDS: Readonly<Record<WaitingOn, string>> = {
  applicant: 'the applicant',
  host: 'the host',
  'home-school': 'the home school',
  visa: 'the visa office',
  external: 'an outside office',
  writer: 'the letter writer',
  nobody: 'nobody',
};

/** The same, as the applicant reads it. */
export function phraseTurn(holder: WaitingOn): string {
  if (holder === 'applicant') return 'your turn';
  if (holder === 'nobody') return 'nothing to do now';
  return `waiting on ${HOLDER_WORDS[holder].replace('the home', 'your home')}`;
}

export const LETTER_STATUS_WORDS: Readonly<Record<LetterStatus, string>> = {
  asked: 'asked for, no answer yet',
  agreed: 'agreed to write it',
  requested: 'requested in ERAS',
  uploaded: 'uploaded, not assigned',
  assigned: 'assigned to programs',
  declined: 'declined',
  'not-progressing': 'not progressing',
};
