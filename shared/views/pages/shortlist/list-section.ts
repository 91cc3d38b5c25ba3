/** One list: a line a place, whose row opens to reasons and sources; in pages where it is long. */
import { html } from 'hono/html';
import { capital } from '#shared/base/capital.ts';
import type { Html } from '#shared/base/html.ts';
import { PROGRAMS_PATH, wrongLinePath } from '#shared/base/links/urls.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { Gate } from '#shared/shortlist/gates.ts';
import {
  type Line,
  leadsTo,
  perWeekWords,
  type RankedLine,
  tierWords,
} from '#shared/shortlist/line.ts';
import type { PlaceFact } from '#shared/shortlist/place-facts.ts';
import { rankWords } from '#shared/shortlist/rank.ts';
import { RESEARCH_TRACK } from '#shared/shortlist/research.ts';
import type { ShortlistList } from '#shared/shortlist/shortlist.ts';
import { fold, link, list, section } from '../../components.ts';
import { pagesNav } from '../layout.ts';
import { type Shape, status } from '../status.ts';

/** Lines of a list on one page: a screen on a desktop. */
const LIST_LINES_MAX = 12;

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

export function listSection(of: {
  readonly id: string;
  readonly title: string;
  readonly list: ShortlistList;
  /** From 1. */
  readonly page: number;
  href(page: number): string;
  keep?: ((rotation: Rotation) => Html) | undefined;
  /** Folded until the reader asks for it. */
  isFolded?: boolean;
}): Html {
  const { id, title, href, keep } = of;
  const { lines, failing } = of.list;
  const pages = Math.max(1, Math.ceil(lines.length / LIST_LINES_MAX));
  const page = Math.min(of.page, pages);
  const shown = lines.slice((page - 1) * LIST_LINES_MAX, page * LIST_LINES_MAX);
  const places = html`<ol class="places wide">${shown.map((line) => placeItem(line, keep))}</ol>
${pagesNav({ page, pages, list: title }, href)}`;
  const many = (answer: Line['canApply']) =>
    lines.filter(({ canApply }) => canApply === answer).length;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${
  lines.length === 0
    ? html`<p>No place is left: a stated rule below excludes each one. Change your months, route, or exams, or ask a host whether its rule still applies.</p>`
    : html`<p>You can apply to ${many('yes')}; ask ${many('ask')} first. Equal places share a rank.</p>`
}
${of.isFolded ? fold(`The first ${shown.length} of ${lines.length}`, places) : places}
${
  failing.length > 0
    ? html`<details><summary>Left out (${failing.length})</summary><ul class="list">${failing.map(
        ({ name, path, why }) =>
          html`<li><a class="target" href="${path}">${name}</a> ${why}</li>
`,
      )}</ul></details>`
    : ''
}
</section>`;
}

function placeItem(line: RankedLine, keep?: (rotation: Rotation) => Html): Html {
  const { rank, name, path, state, canApply, why, facts, gates, asks, stay } = line;
  const [shape, words] = ANSWERS[canApply];
  const paths = facts.flatMap(({ id, answer }) => (answer === 'yes' ? (PATHS.get(id) ?? []) : []));
  return html`<li><details class="place"><summary>
<span class="rank">${rankWords(rank)}</span>
<span class="name">${name}${state ? html` <span class="hint">${state}</span>` : ''}</span>
<span>${status(shape, words)}</span>
<span class="hint">${[...(stay ? stayWords(stay) : []), ...paths].join(' · ')}</span></summary>
${stay ? html`<p><strong>${leadsTo(line)}</strong> ${capital(perWeekWords(stay))}. ${capital(tierWords(stay))}.</p>` : ''}
<p>${why} <a class="target" href="${path}">All we know, with sources</a> · ${link(wrongLinePath(path.slice(PROGRAMS_PATH.length + 1), name), 'This line is wrong')}</p>
${asks.length > 0 ? html`<p>Ask first:</p><ul>${asks.map((ask) => html`<li>${ask}</li>`)}</ul>` : ''}
${stay ? html`<p>${stay.cost.items.map(({ label, usd }) => `${label}: ${usd === undefined ? 'not known' : dollars(usd)}`).join(' · ')} (four weeks)</p>` : ''}
<ul class="list">${facts.map(factItem)}</ul>
<details><summary>Every rule (${gates.length})</summary><ul>${gates.map(gateItem)}</ul></details>
${stay && keep ? keep(stay.rotation) : ''}
</details></li>
`;
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

function stayWords(stay: NonNullable<Line['stay']>): string[] {
  const { rotation, applyBy, cost } = stay;
  const { mode, route } = rotation;
  return [
    mode === 'observer' ? 'watching' : mode,
    SHORT_ROUTES[route],
    ...(applyBy
      ? [`apply by ${phraseDay(applyBy.day)}${applyBy.certainty === 'estimated' ? ' (est.)' : ''}`]
      : []),
    cost.knownUsd === 0 && cost.unknown > 0
      ? 'cost not known'
      : `${dollars(cost.knownUsd)}${cost.unknown > 0 ? ` + ${cost.unknown} not known` : ''}`,
    ...(stay.tier === 'unknown' ? [] : [tierWords(stay)]),
  ];
}

function factItem({ text, source, asOf, isOld }: PlaceFact): Html {
  return html`<li${isOld ? html` class="quiet"` : ''}>${text}${source ? html` <span class="hint">${source}${isOld && asOf ? ` · of ${phraseDay(asOf)}, more than 12 months old: ask again` : ''}</span>` : ''}</li>
`;
}

function gateItem({ state, text, fix, source }: Gate): Html {
  const [shape, words] = GATES[state];
  return html`<li>${status(shape, words)} ${text}${fix ? ` ${fix}` : ''} <span class="hint">${source}</span></li>
`;
}

function dollars(usd: number): string {
  return `$${usd.toLocaleString('en-US')}`;
}

/** Empty for students. */
export function researchSection(lines: readonly Line[]): Html | '' {
  if (lines.length === 0) return '';
  return section(
    'research',
    'Research stays',
    html`<p>${RESEARCH_TRACK}</p>
${list(
  lines.map(({ name, path, canApply, why }) => {
    const [shape, words] = ANSWERS[canApply];
    return html`${link(path, name)} ${status(shape, words)} ${why}`;
  }),
)}`,
  );
}
