import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import { certaintyWords, phraseSource } from '#shared/world/source-words.ts';

/** The certainty is always visible; the source and the day it was checked open below it. */
export function sourceDetails(
  of: {
    readonly certainty: Certainty;
    readonly source: string;
    readonly checkedOn?: Day;
  },
  what: 'date' | 'amount' = 'date',
): Html {
  return html`<details class="source"><summary>${certaintyWords(of.certainty, 'applicant')}: where this ${what} comes from</summary><p>${phraseSource(of)}</p></details>`;
}
