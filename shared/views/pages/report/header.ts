/** What a report covers: cohort, season, time, filters, rules, and the age of its data. */
import { type Html, html } from '#shared/base/html.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { counted } from '#shared/base/sentence.ts';
import { phraseInstant, phraseLocal } from '#shared/base/time/phrase.ts';
import type { CaseOwner } from '#shared/cohort/acts.ts';
import { lettersBySameWriter } from '#shared/cohort/report/by-writer.ts';
import {
  FILTER_NAMES,
  type FilterName,
  type Filters,
  widened,
  writeQuery,
} from '#shared/cohort/report/filters.ts';
import { countOf } from '#shared/cohort/report/matches.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import { thingsOf } from '#shared/cohort/report/things.ts';
import { RISK_RULES_VERSION } from '#shared/people/casework/codes.ts';
import { seasonBanner } from '#shared/world/season/season.ts';
import { FILTER_WORDS, valueWords } from './filter-words.ts';
import { linkedCount } from './first-screen.ts';

export function reportHeader(report: Report, zone: string, reader?: CaseOwner): Html {
  const { cohort, seasons, people, query, generatedAt } = report;
  const years = seasons
    .map(({ season }) => season)
    .filter((year) => !cohort.name.includes(String(year)));
  const inForce = FILTER_NAMES.filter((name) => query.filters[name] !== undefined);
  return html`<div class="line"><h1>${cohort.name}</h1>
${years.length > 0 ? html`<span class="quiet">Match ${years.toSorted().join(', ')}</span>` : ''}
<span class="quiet">As of ${phraseLocal(generatedAt, zone)}</span>
<form class="screen line" role="search" method="get" action="${cohortPaths(cohort.id).report}#people">
<input name="find" type="search" maxlength="120" value="${query.filters.find ?? ''}" aria-label="Name, email, or host" placeholder="name, email, host">
<button class="plain">Search</button></form></div>
${figures(report, reader)}
${
  inForce.length > 0 &&
  html`<div class="card"><ul class="filters line"><li><strong>${report.rows.length} of ${people}</strong> with these filters:</li>${inForce.map(
    (name) =>
      html`<li>${FILTER_WORDS[name]}: ${filterWords(name, report)}
<a class="screen target" href="${cohortPaths(cohort.id).report}${writeQuery(widened(query, name))}">Remove<span class="unseen">
the filter ${FILTER_WORDS[name]}</span></a></li>
`,
  )}<li class="screen"><a class="target" href="${cohortPaths(cohort.id).report}">Show everyone</a></li></ul></div>`
}`;
}

/** @param unknown names in the address that are no filter: shown, since the list is longer than was meant */
export function leftOutNote(unknown: readonly string[]): Html | '' {
  return unknown.length > 0
    ? html`<p class="screen">Ignored, because this report has no such filter: ${unknown.join(', ')}.</p>`
    : '';
}

/** What the list rests on: how fresh it is, and which dates are estimates. */
export function aboutReport(report: Report, zone: string): Html {
  const { seasons, people, reached, deleted } = report;
  const banners = seasons.flatMap((season) => seasonBanner(season) ?? []);
  return html`<details class="source"><summary>How current this list is</summary>
<p><strong>${people}</strong> ${people === 1 ? 'applicant' : 'applicants'}, ${reached} reached by email${deleted > 0 ? `; ${deleted} deleted their plan` : ''}.
${freshnessWords(report, zone)} At-risk rules, version ${RISK_RULES_VERSION}. ${banners.join(' ')}</p></details>`;
}

/** A filter's value; if it counts something other than applicants, also the number on the chart's bar. */
function filterWords(name: FilterName, { query: { filters }, rows }: Report): string {
  if (name === 'letter') {
    const [first] = lettersBySameWriter(rows, filters.letter);
    return first ? first.letter.writer : 'no letter on this list';
  }
  const things = thingsOf(name, filters, rows);
  const words = valueWords(name, filters);
  return things ? `${words} (${counted(things.count, things.one)})` : words;
}

function freshnessWords({ freshness }: Report, zone: string): string {
  const { oldest, newest, overdue, never } = freshness;
  const looked =
    oldest && newest
      ? `Plans were last checked between ${phraseInstant(oldest, zone)} and ${phraseInstant(newest, zone)}.`
      : 'These plans have not been checked yet.';
  const waiting = [
    ...(never > 0 && oldest ? [`${never} not checked yet`] : []),
    ...(overdue > 0 ? [`${overdue} overdue for a check`] : []),
  ];
  return waiting.length > 0 ? `${looked} ${waiting.join(', ')}.` : looked;
}

const FIGURES: readonly (readonly [one: string, many: string, filters: Filters])[] = [
  ['to call today', 'to call today', { call: 'today' }],
  ['case to follow up', 'cases to follow up', { case: 'follow-up' }],
  ['case without an owner', 'cases without an owner', { case: 'unowned' }],
  ['of the open cases is yours', 'of the open cases are yours', { case: 'mine' }],
  ['not reached by email', 'not reached by email', { reached: 'no' }],
];

/** A zero is shown only for the calls. */
function figures(report: Report, reader?: CaseOwner): Html {
  const { people } = report;
  return html`<ul class="figures" aria-label="Figures"><li class="target"><strong>${people}</strong> ${people === 1 ? 'applicant' : 'applicants'}</li>
${FIGURES.filter(([, , filters]) => reader || filters.case !== 'mine').map(
  ([one, many, filters]) => {
    const count = countOf(filters, report, reader);
    if (count === 0 && !filters.call) return '';
    const words = html`<strong>${count}</strong> ${count === 1 ? one : many}`;
    return html`<li>${linkedCount(report, filters, words)}</li>
`;
  },
)}</ul>`;
}
