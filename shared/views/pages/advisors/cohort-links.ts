/** What else there is to do with a cohort, beneath its report. A new thing is a line here. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { exportsPath, importPath, sendersPath } from '#shared/base/links/advisor-paths.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { WORKERS } from '#shared/people/advisor/role.ts';

export function cohortLinks({ role }: Advisor, cohortId: string): Html {
  return html`<nav class="screen" aria-label="This cohort"><ul class="list">
${WORKERS.includes(role) ? html`<li><a class="target" href="${importPath(cohortId)}">Import a sheet</a>: applicants and rotations from a spreadsheet.</li>` : ''}
<li><a class="target" href="${exportsPath(cohortId)}">Export</a>: tables, a workbook, a calendar, and who took what.</li>
${role === 'lead' ? html`<li><a class="target" href="${sendersPath(cohortId)}">Updates from outside</a>: forms and systems that may report for this cohort.</li>` : ''}
</ul></nav>`;
}
