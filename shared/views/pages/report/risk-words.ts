/** A risk as a word and a shape, its sentence, and, folded, the data behind it. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { COLOR_WORDS, type PersonColor } from '#shared/cohort/report/filters.ts';
import type { ReportRow } from '#shared/cohort/report/row.ts';
import { type Finding, OWNER_WORDS, sentenceOf } from '#shared/cohort/risk/finding.ts';
import type { RiskLevel } from '#shared/people/casework/codes.ts';
import type { Outlook } from '#shared/people/person/outlook.ts';

interface Mark {
  readonly shape: string;
  readonly tone: string;
}

const LEVELS: Readonly<Record<RiskLevel, Mark>> = {
  red: { shape: '▲', tone: 'late' },
  'cannot-be-saved': { shape: '✕', tone: 'late' },
  amber: { shape: '△', tone: 'warn' },
  outside: { shape: '◇', tone: 'blocked' },
  gray: { shape: '?', tone: 'waiting' },
};

/** Of a plan without a color. */
const STATES: Readonly<Record<NonNullable<Outlook['state']>, Mark & { readonly word: string }>> = {
  'on-track': { word: 'on track', shape: '●', tone: 'done' },
  'under-way': { word: 'under way', shape: '○', tone: 'waiting' },
  waiting: { word: 'waiting for others', shape: '◐', tone: 'blocked' },
  'needs-you': { word: 'has something to do now', shape: '○', tone: 'waiting' },
  'cannot-be': { word: 'not possible as planned', shape: '✕', tone: 'late' },
  'nothing-planned': { word: 'no plan yet', shape: '·', tone: 'waiting' },
  unreachable: { word: 'not reached', shape: '?', tone: 'waiting' },
  over: { word: 'season over', shape: '●', tone: 'done' },
};

function isLevel(color: PersonColor): color is RiskLevel {
  return color in LEVELS;
}

/** `▲ red`, or the plan's state where it has no color. */
export function planStatus({ color, of }: Pick<ReportRow, 'color' | 'of'>): Html {
  if (isLevel(color)) return statusOf({ ...LEVELS[color], word: COLOR_WORDS[color] });
  const state = of.outlook?.state;
  return state ? statusOf(STATES[state]) : html`<span class="quiet">${COLOR_WORDS[color]}</span>`;
}

export function findingItem(finding: Finding): Html {
  const { code, level, owner, since } = finding;
  return html`<li>${statusOf({ ...LEVELS[level], word: `${code} ${COLOR_WORDS[level]}` })} ${sentenceOf(finding)}
<span class="quiet">Next: ${OWNER_WORDS[owner]}. Since ${phraseDay(since)}.</span>
${dataOf(finding)}</li>
`;
}

export function dataOf(finding: Pick<Finding, 'words'>): Html | string {
  const { data } = finding.words();
  if (data.length === 0) return '';
  return html`<details class="source"><summary>the data behind it</summary><ul>${data.map((line) => html`<li>${line}</li>`)}</ul></details>`;
}

function statusOf({ word, shape, tone }: Mark & { readonly word: string }): Html {
  return html`<span class="status ${tone}"><span aria-hidden="true">${shape}</span> ${word}</span>`;
}
