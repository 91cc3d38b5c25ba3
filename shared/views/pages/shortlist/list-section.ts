/** One list: one line per place, which opens to reasons and sources; in pages where it is long. */

import { type Html, html } from '#shared/base/html.ts';
import { PROGRAMS_PATH, wrongLinePath } from '#shared/base/links/urls.ts';
import { capital, phraseUsd } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { Gate } from '#shared/shortlist/gates.ts';
import {
  type Line,
  leadsTo,
  perWeekWords,
  type RankedLine,
  tierWords,
  weekUsd,
} from '#shared/shortlist/line.ts';
import type { PlaceFact } from '#shared/shortlist/place-facts.ts';
import { rankWords } from '#shared/shortlist/rank.ts';
import { RESEARCH_NOTE } from '#shared/shortlist/research.ts';
import type { ShortlistList } from '#shared/shortlist/shortlist.ts';
import { phraseAsOf } from '#shared/world/provenance.ts';
import { bullets, fold, hiddenFields, link, list, section } from '../../components.ts';
import { pagesNav } from '../layout.ts';
import { type Shape, status } from '../status.ts';
import { COMPARE_FIELD } from './read-query.ts';

/** Lines of a list on one page: a screen on a desktop. */
const LIST_LINES_MAX = 12;
/** A phone folds the others. */
const FIRST_LINES = 5;

const ANSWERS = {
  yes: ['done', 'You can apply'],
  ask: ['to-do', 'Ask first'],
  no: ['late', 'No'],
} as const satisfies Record<Line['canApply'], readonly [Shape, string]>;
const GATES = {
  meets: ['done', 'met'],
  unknown: ['to-do', 'ask'],
  'not-stated': ['to-do', 'not stated'],
  fails: ['late', 'not met'],
} as const satisfies Record<Gate['state'], readonly [Shape, string]>;

/** What a row has besides its facts; absent where the reader has no plan. */
export interface RowExtras {
  /** A button that adds a rotation to the reader's plan. */
  readonly keep?: ((rotation: Rotation) => Html) | undefined;
  /** What rotators of the reader's school say about a place. */
  readonly reported?: ((rotation: Rotation) => readonly string[]) | undefined;
}

interface CompareForm {
  readonly path: string;
  /** From the address: boxes that are checked stay checked. */
  readonly values: Readonly<Record<string, string>>;
}

export function listSection(of: {
  readonly id: string;
  readonly title: string;
  readonly list: ShortlistList;
  /** From 1. */
  readonly page: number;
  href(page: number): string;
  readonly extras?: RowExtras;
  readonly compare?: CompareForm;
  readonly note?: string | undefined;
  /** Folded until the reader asks for it. */
  isFolded?: boolean;
}): Html {
  const { id, title, href, extras = {}, compare } = of;
  const { lines, failing } = of.list;
  const pages = Math.max(1, Math.ceil(lines.length / LIST_LINES_MAX));
  const page = Math.min(of.page, pages);
  const shown = lines.slice((page - 1) * LIST_LINES_MAX, page * LIST_LINES_MAX);
  const rows = (some: readonly RankedLine[]) =>
    html`<ol class="places wide">${some.map((line) => placeItem(line, extras, compare))}</ol>`;
  const more = shown.length - FIRST_LINES;
  const places = html`${rows(shown.slice(0, FIRST_LINES))}
${more > 0 ? fold(`${more} more on this page`, rows(shown.slice(FIRST_LINES)), 'rest') : ''}
${compare ? compareForm(compare, shown) : ''}
${pagesNav({ page, pages, list: title }, href)}`;
  const many = (answer: Line['canApply']) =>
    lines.filter(({ canApply }) => canApply === answer).length;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${
  lines.length === 0
    ? html`<p>No place is left: a stated rule below excludes each one. Change your months, route, or exams, or ask a host whether its rule still applies.</p>`
    : html`<p>You can apply to ${many('yes')}; ask ${many('ask')} first. Equal places share a rank.${of.note ? ` ${of.note}` : ''}</p>`
}
${of.isFolded ? fold(`The first ${shown.length} of ${lines.length}`, places) : places}
${leftOut(failing)}
</section>`;
}

function leftOut(lines: readonly Line[]): Html | '' {
  const items = lines.map(({ name, path, why }) => html`${link(path, name)} ${why}`);
  return lines.length > 0 ? fold(`Left out (${lines.length})`, list(items)) : '';
}

/** The ticks stand in the rows; those of other pages of the list go along. */
function compareForm({ path, values }: CompareForm, shown: readonly Line[]): Html {
  const here = new Set(shown.map(({ id }) => COMPARE_FIELD + id));
  const others = Object.entries(values).filter(([name]) => !here.has(name));
  return html`<form method="get" action="${path}#compare" id="compare-form" class="line">${hiddenFields(Object.fromEntries(others))}
<button class="plain">Compare</button> <span class="hint">Tick two or three places to see them side by side.</span></form>`;
}

function placeItem(line: RankedLine, extras: RowExtras, compare?: CompareForm): Html {
  const { id, rank, name, path, state, canApply, why, facts, gates, asks, stay } = line;
  const paths = facts.flatMap(({ id, answer }) => (answer === 'yes' ? (PATHS.get(id) ?? []) : []));
  const field = COMPARE_FIELD + id;
  const reported = (stay && extras.reported?.(stay.rotation)) ?? [];
  return html`<li>${compare ? html`<input type="checkbox" form="compare-form" name="${field}" value="yes"${compare.values[field] ? html` checked` : ''} aria-label="Compare ${name}">` : ''}
<details class="place"><summary>
<span class="rank">${rankWords(rank)}</span>
<span class="name">${name}${state ? html` <span class="hint">${state}</span>` : ''}</span>
<span>${answerStatus(canApply)}</span>
<span class="hint">${[...(stay ? stayWords(stay, facts) : []), ...paths].join(' · ')}</span></summary>
${stay ? html`<p><strong>${leadsTo(line)}</strong> ${capital(perWeekWords(stay))}. ${capital(tierWords(stay))}.</p>` : ''}
<p>${why} <a class="target" href="${path}">All we know, with sources</a> · ${link(wrongLinePath(path.slice(PROGRAMS_PATH.length + 1), name), 'This line is wrong')}</p>
${asks.length > 0 ? html`<p>Find out first:</p>${bullets(asks)}` : ''}
${stay ? html`<p>${costWords(stay)} (four weeks)</p>` : ''}
${list([...reported, ...facts.map(factWords)])}
<details><summary>Every rule (${gates.length})</summary><ul>${gates.map(gateItem)}</ul></details>
</details>${stay && extras.keep ? extras.keep(stay.rotation) : ''}</li>
`;
}

export function answerStatus(answer: Line['canApply']): Html {
  const [shape, words] = ANSWERS[answer];
  return status(shape, words);
}

/** `Application: $15 · Tuition: $4,775 · Housing: not known` */
export function costWords({ cost }: NonNullable<Line['stay']>): string {
  return cost.items
    .map(({ label, usd }) => `${label}: ${usd === undefined ? 'not known' : phraseUsd(usd)}`)
    .join(' · ');
}

/** In a line's own words; the opened row has the whole fact with its source. */
const PATHS: ReadonlyMap<string, string> = new Map([
  ['integrated-ir', 'integrated IR'],
  ['esir', 'ESIR'],
  ['ir-open', 'IR takes visitors'],
]);

const SHORT_ROUTES: Readonly<Record<Rotation['route'], string>> = {
  vslo: 'VSLO',
  institution: 'own application',
  paid: 'paid placement',
  observership: 'observership',
};

export function applyByWords(applyBy: NonNullable<Line['stay']>['applyBy']): string[] {
  if (!applyBy) return [];
  return [
    `apply by ${phraseDay(applyBy.day)}${applyBy.certainty === 'estimated' ? ' (est.)' : ''}`,
  ];
}

function stayWords(stay: NonNullable<Line['stay']>, facts: readonly PlaceFact[]): string[] {
  const { rotation, applyBy, cost } = stay;
  const { mode, route } = rotation;
  const isWatching = mode === 'observer';
  const [usd, per] = isWatching ? [weekUsd(cost), ' a week'] : [cost.knownUsd, ''];
  return [
    isWatching ? 'watching only' : mode,
    ...(isWatching && route === 'observership' ? [] : [SHORT_ROUTES[route]]),
    ...applyByWords(applyBy),
    cost.knownUsd === 0 && cost.unknown > 0
      ? 'cost not known'
      : `${phraseUsd(usd)}${per}${cost.unknown > 0 ? ` + ${cost.unknown} not known` : ''}`,
    ...(isWatching ? [LETTERS[facts.find(({ id }) => id === 'letters')?.answer ?? 'unknown']] : []),
    ...(stay.tier === 'unknown' ? [] : [tierWords(stay)]),
  ];
}

const LETTERS: Readonly<Record<PlaceFact['answer'], string>> = {
  yes: 'gives letters',
  no: 'gives no letters',
  unknown: 'letters not stated',
};

function factWords({ text, source, asOf, isOld }: PlaceFact): Html {
  return html`<span${isOld ? html` class="quiet"` : ''}>${text}</span>${source ? html` <span class="hint">${source}${isOld && asOf ? ` · of ${phraseAsOf(asOf)}, more than 12 months old: ask again` : ''}</span>` : ''}`;
}

function gateItem({ state, text, fix, source }: Gate): Html {
  const [shape, words] = GATES[state];
  return html`<li>${status(shape, words)} ${text}${fix ? ` ${fix}` : ''} <span class="hint">${source}</span></li>
`;
}

/** Empty for students. */
export function researchSection(lines: readonly Line[], { keep }: RowExtras): Html | '' {
  if (lines.length === 0) return '';
  const open = lines.filter(({ canApply }) => canApply !== 'no');
  return section(
    'research',
    'Research stays',
    html`<p>${RESEARCH_NOTE}</p>
${list(
  open.map(
    ({ name, path, canApply, why, stay }) =>
      html`${link(path, name)} ${answerStatus(canApply)} ${why} ${stay && keep ? keep(stay.rotation) : ''}`,
  ),
)}${leftOut(lines.filter((line) => !open.includes(line)))}`,
  );
}
