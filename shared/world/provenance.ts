/** Where a fact comes from, and how that reads. Nothing is shown to a person without it. */

import * as z from 'zod';
import type { Reader } from '#shared/base/sentence.ts';
import { type Day, daySchema } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';

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

export interface Provenance {
  readonly source: string;
  /** Absent: the day was not recorded. */
  readonly checkedOn?: z.infer<typeof daySchema>;
  readonly certainty: Certainty;
}

const CERTAINTY_WORDS: Readonly<Record<Exclude<Certainty, 'entered'>, string>> = {
  official: 'official',
  secondary: 'from a secondary source',
  estimated: 'estimated',
};

const ENTERED_WORDS: Readonly<Record<Reader, string>> = {
  applicant: 'entered by you',
  advisor: 'entered by the applicant',
};

/** The word beside every date. */
export function certaintyWords(certainty: Certainty, reader: Reader): string {
  return certainty === 'entered' ? ENTERED_WORDS[reader] : CERTAINTY_WORDS[certainty];
}

/** Where a copy was read is nothing for a reader to look up. What they read says that it is secondary. */
const COPY =
  /[,:;]? ?(via (a data file in a public repository|GitHub )|https:\/\/github\.com\/|GitHub ).*/;

/** `AAMC, ERAS timeline, checked Mon, Nov 23, 2026` */
export function phraseSource(of: { readonly source: string; readonly checkedOn?: Day }): string {
  const page = of.source
    .replace(/;\s*$/, '')
    .replace(/ \(secondary\)$/, '')
    .replace(COPY, '');
  const isCopy = COPY.test(of.source);
  const source =
    `${page}${isCopy ? `${page ? ', ' : ''}read in a copy` : ''}` || 'no published source found';
  return of.checkedOn ? `${source}, checked ${phraseDay(of.checkedOn)}` : source;
}
