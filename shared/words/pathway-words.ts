import type { Pathway } from '#shared/world/vocabulary.ts';

export const PATHWAY_WORDS: Readonly<Record<Pathway, string>> = {
  'integrated-ir': 'integrated IR',
  'ir-dr-backup': 'integrated IR, with DR as a backup',
  'dr-esir': 'DR with early specialization in IR (ESIR)',
  independent: 'DR, then independent IR',
};
