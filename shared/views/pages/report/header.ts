/** What a report covers: cohort, season, time, filters, rules, and the age of its data. */
import { html } from 'hono/html';
import { counted } from '#shared/base/counted.ts';
import type { Html } from '#shared/base/html.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { lettersBySameWriter } from '#shared/cohort/report/by-writer.ts';
import {
  FILTER_NAMES,
  type FilterName,
  type Filters,
  narrowed,
  widened,
  writeQuery,
} from '#shared/cohort/report/filters.ts';
import { matcher } from '#shared/cohort/report/matches.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import { thingsOf } from '#shared/cohort/report/things.ts';
import { seasonBanner } from '#shared/world/season/season.ts';
import { FILTER_WORDS, valueWords } from './filter-words.ts';

export function reportHeader(report: Report, zone: string): Html {
  const { cohort, seasons, people, reached, deleted, query, generatedAt } = report;
  const banners = seasons.flatMap((season) => seasonBanner(season) ?? []);
  const inForce = FILTER_NAMES.filter((name) => query.filters[name] !== undefined);
  return html`<h1>${cohort.name}</h1>
<p>${seasons.length > 0 ? `Match ${seasons.map(({ season }) => season).join(', ')}. ` : ''}
<strong>${people}</strong> ${people === 1 ? 'applicant' : 'applicants'}, ${reached} reached by email${deleted > 0 ? `; ${deleted} deleted their plan` : ''}.
Generated ${phraseInstant(generatedAt, zone)}.</p>
<p class="quiet">${freshnessWords(report, zone)} At-risk rules ${report.rulesVersion}.</p>
${banners.map((text) => html`<div class="banner"><p>${text}</p></div>`)}
${
  inForce.length > 0
    ? html`<div class="card"><p><strong>${report.rows.length} of ${people}</strong> with these filters:</p><ul class="filters">${inForce.map(
        (name) =>
          html`<li>${FILTER_WORDS[name]}: ${filterWords(name, report)}
<a class="screen target" href="${cohortPath(cohort.id)}${writeQuery(widened(query, name))}">Remove<span class="unseen"> the filter ${FILTER_WORDS[name]}</span></a></li>
`,
      )}</ul><p class="screen"><a class="target" href="${cohortPath(cohort.id)}">Show everyone</a></p></div>`
    : ''
}`;
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
  ['red', 'red', { risk: 'red' }],
  ['cannot be saved', 'cannot be saved', { risk: 'cannot-be-saved' }],
  ['amber', 'amber', { risk: 'amber' }],
  ['blocked outside', 'blocked outside', { risk: 'outside' }],
  ['without a plan', 'without a plan', { risk: 'no-plan' }],
  ['with an open case', 'with an open case', { case: 'open' }],
  ['case to follow up', 'cases to follow up', { case: 'follow-up' }],
  ['case without an owner', 'cases without an owner', { case: 'unowned' }],
  ['due within 7 days or late', 'due within 7 days or late', { due: '7' }],
  ['starting within 30 days', 'starting within 30 days', { starts: '30' }],
  ['with a letter that is stuck', 'with a letter that is stuck', { code: 'L2' }],
  ['not reached by email', 'not reached by email', { reached: 'no' }],
];

export function figures({ cohort, query, rows, today }: Report, reader?: string): Html {
  return html`<ul class="figures" aria-label="Figures">${FIGURES.map(([one, many, filters]) => {
    const count = rows.filter(matcher(filters, today, rows, reader)).length;
    const href = `${cohortPath(cohort.id)}${writeQuery(narrowed(query, filters))}#people`;
    return html`<li><a class="target" href="${href}"><strong>${count}</strong> ${count === 1 ? one : many}</a></li>
`;
  })}</ul>`;
}
