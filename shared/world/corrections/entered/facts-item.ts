/** Every entered fact: one item, so that a change is one conditional write, read beside the world's. */
import * as z from 'zod';
import { ENTERED_FACTS_MAX } from '#shared/base/limits.ts';
import { enteredFactSchema } from './fact.ts';

export const factsItemSchema = z.strictObject({
  kind: z.literal('facts'),
  id: z.literal('entered'),
  version: z.int().min(0),
  facts: z.array(enteredFactSchema).max(ENTERED_FACTS_MAX),
});
export type FactsItem = z.infer<typeof factsItemSchema>;

/** Its only id. */
export const FACTS_ID = 'entered';

export const NO_FACTS: FactsItem = { kind: 'facts', id: FACTS_ID, version: 0, facts: [] };
