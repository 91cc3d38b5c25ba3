/** Pathways into IR and ways to enter the US, as forms and tables name them. */
import type { Entry, Pathway } from '#shared/world/vocabulary.ts';

export const ENTRY_WORDS: Readonly<Record<Entry, string>> = {
  citizen: 'US citizen or permanent resident',
  'in-us': 'already in the US with legal status',
  visa: 'visa needed',
  waiver: 'visa waiver (ESTA)',
};

export const ENTRY_HINT =
  'We ask only how you will enter the US, never your nationality. Your plan then shows the steps you need.';

export const PATHWAY_WORDS: Readonly<Record<Pathway, string>> = {
  'integrated-ir': 'integrated IR',
  'ir-dr-backup': 'integrated IR, with DR as a backup',
  'dr-esir': 'DR with early specialization in IR (ESIR)',
  independent: 'DR, then independent IR',
};
