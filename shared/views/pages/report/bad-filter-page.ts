/** An address that holds something which is no filter of ours. */
import { html } from 'hono/html';
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
    'This address cannot be read',
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<div class="problem" role="alert"><h1>This address cannot be read</h1>
<ul>${problems.map(({ message }) => html`<li>${message}</li>`)}</ul>
<p>Nothing was changed. <a class="target" href="${cohortPath(cohort.id)}">Show the report without filters</a></p></div>`,
  );
}
