/** The numbers of a report, before everything else: each is a way to its list. */
import { html } from 'hono/html';
import { type Filters, narrowed, writeQuery } from '../../cohort/report/filters.ts';
import { matcher } from '../../cohort/report/matches.ts';
import type { Report } from '../../cohort/report/report.ts';
import type { Html } from '../../html.ts';
import { cohortPath } from '../../links/advisor-paths.ts';

const FIGURES: readonly (readonly [words: string, filters: Filters])[] = [
  ['red', { risk: 'red' }],
  ['amber', { risk: 'amber' }],
  ['blocked outside', { risk: 'blue' }],
  ['with an open case', { case: 'open' }],
  ['cases to follow up', { case: 'follow-up' }],
  ['cases nobody owns', { case: 'unowned' }],
  ['due within 7 days', { due: '7' }],
  ['starting within 30 days', { starts: '30' }],
  ['letter writers stuck', { code: 'L2' }],
  ['not reached by mail', { reached: 'no' }],
];

export function figures({ cohort, query, rows, today }: Report, reader?: string): Html {
  return html`<ul class="figures" aria-label="Figures">${FIGURES.map(([words, filters]) => {
    const count = rows.filter(matcher(filters, today, reader)).length;
    const href = `${cohortPath(cohort.id)}${writeQuery(narrowed(query, filters))}#people`;
    return html`<li><a class="target" href="${href}"><strong>${count}</strong> ${words}</a></li>
`;
  })}</ul>`;
}
