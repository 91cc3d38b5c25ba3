/** Where a date comes from, one tap away. */
import { html } from 'hono/html';
import type { Html } from '../html.ts';
import type { Certainty } from '../provenance.ts';
import { CERTAINTY_WORDS, phraseSource } from '../source-words.ts';
import type { Day } from '../time/day.ts';

/** The certainty is in the line itself; the source and the day it was checked open beneath it. */
export function sourceDetails(
  of: {
    readonly certainty: Certainty;
    readonly source: string;
    readonly checkedOn?: Day;
  },
  what: 'date' | 'amount' = 'date',
): Html {
  return html`<details class="source"><summary>${CERTAINTY_WORDS[of.certainty]}: where this ${what} comes from</summary><p>${phraseSource(of)}</p></details>`;
}
