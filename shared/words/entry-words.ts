/** The ways to enter the US, as forms and tables name them. */
import type { Entry } from '#shared/world/vocabulary.ts';

export const ENTRY_WORDS: Readonly<Record<Entry, string>> = {
  citizen: 'US citizen or permanent resident',
  'in-us': 'already in the US with legal status',
  visa: 'visa needed',
  waiver: 'visa waiver (ESTA)',
};

export const ENTRY_HINT =
  'We ask only how you will enter the US, never your nationality. Your plan then shows the steps you need.';
