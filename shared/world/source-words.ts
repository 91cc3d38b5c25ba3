/** How the source of a fact reads, and how sure it is. */

import type { Day } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Certainty } from './provenance.ts';

/** The word that stands beside every date. */
export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  official: 'official',
  secondary: 'from a secondary source',
  estimated: 'estimated',
  entered: 'entered by you',
};

/** `AAMC, ERAS timeline, checked Mon 23 Nov 2026` */
export function phraseSource(of: { readonly source: string; readonly checkedOn?: Day }): string {
  const source = of.source.replace(/;\s*$/, '') || 'no published source found';
  return of.checkedOn ? `${source}, checked ${phraseDay(of.checkedOn)}` : source;
}
