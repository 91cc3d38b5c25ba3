/** The status of a letter in words. */
import type { LetterStatus } from '#shared/plan/facts/letter.ts';

export const LETTER_STATUS_WORDS: Readonly<Record<LetterStatus, string>> = {
  asked: 'asked for, no answer yet',
  agreed: 'promised',
  requested: 'requested in ERAS',
  uploaded: 'uploaded, not assigned',
  assigned: 'assigned to programs',
  declined: 'declined',
  'not-progressing': 'not progressing',
};
