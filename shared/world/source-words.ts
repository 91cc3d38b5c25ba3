/** How the source of a fact reads, and how sure it is. */
import type { Reader } from '#shared/base/reader.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Certainty } from './provenance.ts';

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
  const page = of.source.replace(/;\s*$/, '').replace(COPY, '');
  const isCopy = COPY.test(of.source);
  const source =
    `${page}${isCopy ? `${page ? ', ' : ''}read in a copy` : ''}` || 'no published source found';
  return of.checkedOn ? `${source}, checked ${phraseDay(of.checkedOn)}` : source;
}
