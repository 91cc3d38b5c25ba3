/** Where a fact comes from, how old it is, and how that reads. Nothing is shown to a person without it. */

import * as z from 'zod';
import type { Reader } from '#shared/base/sentence.ts';
import { type Day, daySchema, isDay, plusMonths } from '#shared/base/time/day.ts';
import { phraseDay, phraseMonth } from '#shared/base/time/phrase.ts';

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

/** No more of a date than its source gives: `2023`, `2016-09`, or a day. */
export type AsOf = Day | `${number}-${number}` | `${number}`;

/** A program's rules change with its academic year. */
const FRESH_MONTHS = 12;

/**
 * The day of a fact: when its page was read, or the time that the page describes where that is earlier.
 * @param statedFor the time that a source describes, in its words: only a leading `2016-09` is read
 */
export function factDay(checkedOn: Day, statedFor = ''): AsOf {
  const month = /^20\d{2}-\d{2}\b/.exec(statedFor)?.[0] as AsOf | undefined;
  return month && isDay(`${month}-01`) && month < checkedOn ? month : checkedOn;
}

/** `Fri, Sep 3, 2027`, `Sep 2027`, or `2027` */
export function phraseAsOf(asOf: AsOf): string {
  if (isDay(asOf)) return phraseDay(asOf);
  return asOf.includes('-') ? phraseMonth(asOf) : asOf;
}

/** True for a fact older than twelve months. */
export function isOld(day: AsOf, today: Day): boolean {
  return day < plusMonths(today, -FRESH_MONTHS);
}
