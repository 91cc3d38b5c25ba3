/** A risk as a word and a shape, its sentence, and, folded, the data behind it. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Cause } from '#shared/cohort/risk/causes.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import type { RiskLevel } from '#shared/people/casework/codes.ts';

const SHAPES: Readonly<Record<RiskLevel, string>> = { red: '▲', amber: '△', blue: '◇' };
const CLASSES: Readonly<Record<RiskLevel, string>> = {
  red: 'late',
  amber: 'warn',
  blue: 'blocked',
};
export const LEVEL_WORDS: Readonly<Record<RiskLevel, string>> = {
  red: 'red',
  amber: 'amber',
  blue: 'blocked outside',
};

/** `▲ red` */
export function levelStatus(level: RiskLevel | undefined, words?: string): Html {
  return level
    ? html`<span class="status ${CLASSES[level]}"><span aria-hidden="true">${SHAPES[level]}</span> ${words ?? LEVEL_WORDS[level]}</span>`
    : html`<span class="status done"><span aria-hidden="true">●</span> ${words ?? 'on track'}</span>`;
}

export function causeItem(cause: Cause): Html {
  return html`<li>${levelStatus(cause.level, `${cause.codes.join(' ')} ${LEVEL_WORDS[cause.level]}`)} ${sentenceOf(cause)}
<span class="quiet">Next: the ${cause.owner}. Since ${phraseDay(cause.since)}.</span>
<details class="source"><summary>the data behind it</summary><ul>${cause.words().data.map((line) => html`<li>${line}</li>`)}</ul></details></li>
`;
}
