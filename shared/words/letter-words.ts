/** How the status of a letter reads. */
import type { LetterStatus } from '#shared/plan/facts/letter.ts';

export const LETTER_STATUS_WORDS: Readonly<Record<LetterStatus, string>> = {
  asked: 'asked for, not answered',
  agreed: 'promised',
  requested: 'requested in ERAS',
  uploaded: 'uploaded, not assigned',
  assigned: 'assigned to programs',
  declined: 'declined',
  'not-progressing': 'not progressing',
};
