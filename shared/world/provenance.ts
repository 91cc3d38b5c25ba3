/** Where a fact comes from. Nothing is shown to a person without it. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';

/** `official`: an official page, or a published copy. `secondary`: a blog, a mirror. `estimated`: by us. `entered`: by the person concerned. */
export const certaintySchema = z.enum(['official', 'secondary', 'estimated', 'entered']);
export type Certainty = z.infer<typeof certaintySchema>;

/** The three fields of every row of facts; spread into its schema, with `hasSource` as its refinement. */
export const provenanceShape = {
  source: z.string().trim(),
  checkedOn: daySchema,
  certainty: certaintySchema,
};

/** Only an estimate may have no source. */
export function hasSource(of: Pick<Provenance, 'source' | 'certainty'>): boolean {
  return of.source !== '' || of.certainty === 'estimated';
}

export const SOURCE_IS_MISSING = {
  error: 'is empty, which only an estimated row may be',
  path: ['source'],
};

export const provenanceSchema = z
  .strictObject(provenanceShape)
  .refine(hasSource, SOURCE_IS_MISSING);

export interface Provenance {
  readonly source: string;
  /** Absent: the day was not recorded. */
  readonly checkedOn?: z.infer<typeof daySchema>;
  readonly certainty: Certainty;
}
