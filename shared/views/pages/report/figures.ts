/** The key figures of a report, each linked to its list. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import { type Filters, narrowed, writeQuery } from '#shared/cohort/report/filters.ts';
import { matcher } from '#shared/cohort/report/matches.ts';
import type { Report } from '#shared/cohort/report/report.ts';

const FIGURES: readonly (readonly [one: string, many: string, filters: Filters])[] = [
  ['red', 'red', { risk: 'red' }],
  ['amber', 'amber', { risk: 'amber' }],
  ['blocked outside', 'blocked outside', { code: 'X1' }],
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
