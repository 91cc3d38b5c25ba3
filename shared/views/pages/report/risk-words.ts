/** A risk as a word and a shape, its sentence, and, folded, the data behind it. */
import { type Html, html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { COLOR_WORDS, type PersonColor } from '#shared/cohort/report/filters.ts';
import type { ReportRow } from '#shared/cohort/report/row.ts';
import { type Finding, sentenceOf } from '#shared/cohort/risk/finding.ts';
import { codeWords, RISK_LEVELS } from '#shared/people/casework/codes.ts';
import type { Outlook } from '#shared/people/person/outlook.ts';
import { PARTY_WORDS } from '#shared/words/plan-words.ts';
import { fold } from '../../components.ts';

interface Mark {
  readonly shape: string;
  readonly tone: string;
}

const COLORS: Readonly<Record<PersonColor, Mark>> = {
  red: { shape: '▲', tone: 'late' },
  'cannot-be-saved': { shape: '✕', tone: 'late' },
  amber: { shape: '△', tone: 'warn' },
  outside: { shape: '◇', tone: 'blocked' },
  gray: { shape: '?', tone: 'waiting' },
  unreachable: { shape: '?', tone: 'waiting' },
  'no-plan': { shape: '·', tone: 'waiting' },
  'not-visited': { shape: '·', tone: 'waiting' },
  over: { shape: '●', tone: 'waiting' },
  green: { shape: '●', tone: 'waiting' },
};

/** How a plan without a risk is shown. */
const STATES: Readonly<Record<NonNullable<Outlook['state']>, Mark & { readonly word: string }>> = {
  'on-track': { word: 'on track', shape: '●', tone: 'done' },
  'under-way': { word: 'under way', shape: '○', tone: 'waiting' },
  waiting: { word: 'waiting on others', shape: '◐', tone: 'blocked' },
  'needs-you': { word: 'has something to do now', shape: '○', tone: 'waiting' },
  'cannot-be': { word: 'not possible as planned', shape: '✕', tone: 'late' },
  'nothing-planned': { word: 'no plan yet', shape: '·', tone: 'waiting' },
  unreachable: { word: 'not reached', shape: '?', tone: 'waiting' },
  over: { word: 'season over', shape: '●', tone: 'done' },
};

/** A risk; the plan's state where it has none. */
function markOf(color: PersonColor, state?: Outlook['state']): Mark & { readonly word: string } {
  const isRisk = RISK_LEVELS.some((level) => level === color);
  return state && !isRisk ? STATES[state] : { ...COLORS[color], word: COLOR_WORDS[color] };
}

/** `▲ red` */
export function planStatus({ color, of }: Pick<ReportRow, 'color' | 'of'>): Html {
  return statusOf(markOf(color, of.outlook?.state));
}

/** The shape alone where a line is short; its word is read aloud, and shown where a pointer rests. */
export function planMark({ color, of }: Pick<ReportRow, 'color' | 'of'>): Html {
  const { shape, tone, word } = markOf(color, of.outlook?.state);
  return html`<span class="status ${tone}" title="${word}"><span aria-hidden="true">${shape}</span><span class="unseen">${word}</span></span>`;
}

/** A color as a list of counts shows it. */
export function colorStatus(color: PersonColor): Html {
  return statusOf(markOf(color));
}

/** @param answered the form that records it */
export function findingItem(finding: Finding, answered?: string): Html {
  const { code, level, owner, since } = finding;
  return html`<li>${statusOf({ ...COLORS[level], word: `${COLOR_WORDS[level]}: ${codeWords([code])}` })} ${sentenceOf(finding)}
<span class="quiet">Next: ${PARTY_WORDS[owner]}. Since ${phraseDay(since)}.</span>
${answered ? html`<a class="target" href="#form-${answered}">Done, they told me</a>` : ''}
${dataOf(finding)}</li>
`;
}

/** The dates behind it, folded. */
export function dataOf(finding: Pick<Finding, 'words'>): Html | string {
  const lines = dataLines(finding);
  return lines && fold('details', lines, 'source');
}

/** Sources are links, and are never cut. */
export function dataLines(finding: Pick<Finding, 'words'>): Html | string {
  const { data } = finding.words();
  if (data.length === 0) return '';
  const linked = (line: string) =>
    line
      .split(/(https?:\/\/[^\s,;]+)/)
      .map((part, n) =>
        n % 2 === 1 ? html`<a href="${part}" rel="noreferrer">${part}</a>` : part,
      );
  return html`<ul>${data.map((line) => html`<li>${linked(line)}</li>`)}</ul>`;
}

function statusOf({ word, shape, tone }: Mark & { readonly word: string }): Html {
  return html`<span class="status ${tone}"><span aria-hidden="true">${shape}</span> ${word}</span>`;
}
