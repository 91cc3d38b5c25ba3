/** A risk as a word and a shape, its sentence, and, folded, the data behind it. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { type Finding, OWNER_WORDS, sentenceOf } from '#shared/cohort/risk/finding.ts';
import type { RiskLevel } from '#shared/people/casework/codes.ts';
import type { Outlook } from '#shared/people/person/outlook.ts';

interface LevelWords {
  readonly word: string;
  readonly shape: string;
  readonly tone: string;
}

const LEVELS: Readonly<Record<RiskLevel, LevelWords>> = {
  red: { word: 'red', shape: '▲', tone: 'late' },
  'cannot-be-saved': { word: 'cannot be saved', shape: '✕', tone: 'late' },
  amber: { word: 'amber', shape: '△', tone: 'warn' },
  outside: { word: 'blocked outside', shape: '◇', tone: 'blocked' },
  gray: { word: 'to check', shape: '?', tone: 'waiting' },
};

/** Of a plan without a color. */
const STATES: Readonly<Record<NonNullable<Outlook['state']>, LevelWords>> = {
  'on-track': { word: 'on track', shape: '●', tone: 'done' },
  'under-way': { word: 'under way', shape: '○', tone: 'waiting' },
  waiting: { word: 'waiting for others', shape: '◐', tone: 'blocked' },
  'needs-you': { word: 'has something to do now', shape: '○', tone: 'waiting' },
  'cannot-be': { word: 'not possible as planned', shape: '✕', tone: 'late' },
  'nothing-planned': { word: 'no plan yet', shape: '·', tone: 'waiting' },
  unreachable: { word: 'not reached', shape: '?', tone: 'waiting' },
  over: { word: 'season over', shape: '●', tone: 'done' },
};

export function levelWord(level: RiskLevel): string {
  return LEVELS[level].word;
}

/** `▲ red`, or the plan's state where it has no color. */
export function planStatus(level: RiskLevel | undefined, state: Outlook['state']): Html {
  if (level) return statusOf(LEVELS[level]);
  return state ? statusOf(STATES[state]) : html`<span class="quiet">not checked yet</span>`;
}

export function findingItem(finding: Finding): Html {
  const { code, level, owner, since } = finding;
  const words = LEVELS[level];
  return html`<li>${statusOf({ ...words, word: `${code} ${words.word}` })} ${sentenceOf(finding)}
<span class="quiet">Next: ${OWNER_WORDS[owner]}. Since ${phraseDay(since)}.</span>
${dataOf(finding)}</li>
`;
}

function dataOf(finding: Finding): Html | string {
  const { data } = finding.words();
  if (data.length === 0) return '';
  return html`<details class="source"><summary>the data behind it</summary><ul>${data.map((line) => html`<li>${line}</li>`)}</ul></details>`;
}

function statusOf({ word, shape, tone }: LevelWords): Html {
  return html`<span class="status ${tone}"><span aria-hidden="true">${shape}</span> ${word}</span>`;
}
