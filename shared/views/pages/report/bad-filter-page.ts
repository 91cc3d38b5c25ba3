/** For an address with a wrong filter value: a page; for an unknown name: a note. */
import { type Html, html } from '#shared/base/html.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { QueryProblem } from '#shared/cohort/report/filters.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { advisorPage } from '../advisors/frame.ts';

export function badFilterPage(
  advisor: Advisor,
  cohort: Pick<Cohort, 'id' | 'name'>,
  problems: readonly QueryProblem[],
): string {
  return advisorPage(
    'We cannot read this address',
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<div class="problem" role="alert"><h1>We cannot read this address</h1>
<ul>${problems.map(({ message }) => html`<li>${message}</li>`)}</ul>
<p>Nothing was changed. <a class="target" href="${cohortPath(cohort.id)}">Show the report without filters</a></p></div>`,
  );
}

/** @param unknown names in the address that are no filter: shown, since the list is longer than was meant */
export function leftOutNote(unknown: readonly string[]): Html | string {
  return unknown.length > 0
    ? html`<p class="screen">Ignored, because this report has no such filter: ${unknown.join(', ')}.</p>`
    : '';
}
