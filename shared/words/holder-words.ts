/** Whose turn it is, as an advisor reads it. */
import type { WaitingOn } from '#shared/plan/rotation/waiting-on.ts';

export const HOLDER_WORDS: Readonly<Record<WaitingOn, string>> = {
  applicant: 'the applicant',
  host: 'the host',
  'home-school': 'the home school',
  visa: 'the visa office',
  external: 'an outside office',
  writer: 'the letter writer',
  nobody: 'nobody',
};
