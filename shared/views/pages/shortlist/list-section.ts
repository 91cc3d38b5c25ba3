/** One ranked list by band, in pages where it is long, and what stated rules exclude. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Gate } from '#shared/shortlist/gates.ts';
import type { Line, PointsPart } from '#shared/shortlist/line.ts';
import { ordinal, pointsWords, rangeWords } from '#shared/shortlist/place-words.ts';
import type { ShortlistList } from '#shared/shortlist/shortlist.ts';
import { pagesNav } from '../layout.ts';
import { status } from '../status.ts';

/** Lines of a long list on one page: a screen or two on a desk. */
const LIST_LINES_MAX = 25;

const GATE_SHAPES = {
  meets: 'done',
  unknown: 'to-do',
  'not-stated': 'to-do',
  fails: 'late',
} as const;
const GATE_WORDS = {
  meets: 'met',
  unknown: 'ask',
  'not-stated': 'not stated',
  fails: 'not met',
} as const;

export function listSection(of: {
  readonly id: string;
  readonly title: string;
  readonly list: ShortlistList;
  /** From 1; absent if all fit on one page. */
  readonly page?: number;
  href?(page: number): string;
}): Html {
  const { id, title, list, href } = of;
  const pages = href ? Math.max(1, Math.ceil(list.lines.length / LIST_LINES_MAX)) : 1;
  const page = Math.min(of.page ?? 1, pages);
  const shown = href
    ? list.lines.slice((page - 1) * LIST_LINES_MAX, page * LIST_LINES_MAX)
    : list.lines;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${
  list.lines.length === 0
    ? html`<p>No place is left: a stated rule below excludes each one. Change your months, route, or exams, or ask a host whether its rule still applies.</p>`
    : html`<p>${list.lines.length} places, ordered by certain points. Places in the same band are tied until more is known.</p>`
}
<ol class="list" start="${(page - 1) * LIST_LINES_MAX + 1}">${shown.map(
    (line, at) => html`${
      line.place && line.place.band !== shown[at - 1]?.place?.band
        ? html`<li class="band">Band ${line.place.band}</li>`
        : ''
    }<li>${lineMarkup(line)}</li>
`,
  )}</ol>
${href ? pagesNav({ page, pages, list: title }, href) : ''}
${
  list.failing.length > 0
    ? html`<details><summary>Excluded by a stated rule (${list.failing.length})</summary><ul class="list">${list.failing.map(
        (line) =>
          html`<li><a class="target" href="${line.path}">${line.name}</a>${gateList(line.gates.filter(({ state }) => state === 'fails'))}</li>`,
      )}</ul></details>`
    : ''
}
</section>`;
}

function lineMarkup(line: Line): Html {
  const { place, name, path, state, tier, score, gate, parts, gates, confidence, moves } = line;
  const facts = [
    ...(state ? [state] : []),
    ...(tier && tier !== 'unknown' ? [`tier ${tier} of the guide`] : []),
    `confidence ${confidence} of 10`,
  ];
  return html`<h3>${place ? `${ordinal(place.place)}: ` : ''}<a href="${path}">${name}</a></h3>
<p><strong>${pointsWords(score)}</strong> · ${facts.join(' · ')} ·
${status(GATE_SHAPES[gate], gate === 'meets' ? 'meets every stated rule' : 'some rules are unknown')}</p>
${place ? html`<p class="hint">${rangeWords(place.weighed)} if each weight moves by up to 20 percent; ${rangeWords(place.known)} once everything is known.</p>` : ''}
<details><summary>Why, and what would change it</summary>
<table><caption>Points: ${pointsWords(score)}</caption><thead><tr><th scope="col">Points</th><th scope="col">For</th><th scope="col">Source</th></tr></thead>
<tbody>${parts.map(partRow)}</tbody></table>
${gateList(gates)}
${moves.length > 0 ? html`<p>What would change it:</p><ul>${moves.map((move) => html`<li>${move}</li>`)}</ul>` : ''}
</details>`;
}

function partRow({ label, weight, low, high, text, source, asOf, isOld }: PointsPart): Html {
  return html`<tr${isOld ? html` class="quiet"` : ''}><th scope="row">${low === high ? `+${low}` : `+${low} to +${high}`} <span class="optional">of ${weight}</span></th>
<td>${label}: ${text}</td>
<td class="hint">${source ?? (asOf ? '' : low === high ? 'your own choice' : 'not entered yet')}${isOld && asOf ? ` · from ${phraseDay(asOf)}, more than 12 months old: less certain` : ''}</td></tr>
`;
}

function gateList(gates: readonly Gate[]): Html | '' {
  if (gates.length === 0) return '';
  return html`<ul>${gates.map(
    ({ rule, state, text, fix, source }) =>
      html`<li>${status(GATE_SHAPES[state], GATE_WORDS[state])} ${text}${fix ? ` ${fix}` : ''} <span class="hint">${rule}: ${source}</span></li>
`,
  )}</ul>`;
}
