/** A cohort: who is in it. */
import { html } from 'hono/html';
import type { Advisor } from '../../access/advisor.ts';
import type { Cohort } from '../../cohort/cohort.ts';
import { cohortPath, sendersPath } from '../../links/advisor-paths.ts';
import type { Page } from '../../store/store.ts';
import type { Summary } from '../../store/summary.ts';
import { advisorPage } from './frame.ts';

export function cohortPage(advisor: Advisor, cohort: Cohort, people: Page<Summary>): string {
  return advisorPage(
    cohort.name,
    advisor,
    [],
    html`<h1>${cohort.name}</h1>
<section aria-label="Applicants">
${
  people.rows.length > 0
    ? html`<ul class="list">
${people.rows.map(
  ({
    name,
    rotations,
  }) => html`<li><strong>${name}</strong> <span class="quiet">${rotations.length === 1 ? '1 rotation' : `${rotations.length} rotations`}</span></li>
`,
)}</ul>`
    : html`<p>Nobody is in this cohort yet.</p>`
}
${people.next ? html`<p><a class="target" href="${cohortPath(cohort.id)}?from=${encodeURIComponent(people.next)}">More applicants</a></p>` : ''}
</section>
${advisor.role === 'lead' ? html`<p><a class="target" href="${sendersPath(cohort.id)}">Updates from outside</a>: forms and systems that may report for this cohort.</p>` : ''}`,
  );
}
