/** What else there is to do with a cohort, beneath its report. A new thing is a line here. */
import { html } from 'hono/html';
import type { Advisor } from '../../access/advisor.ts';
import { WORKERS } from '../../access/role.ts';
import type { Html } from '../../html.ts';
import { exportsPath, importPath, sendersPath } from '../../links/advisor-paths.ts';

export function cohortLinks({ role }: Advisor, cohortId: string): Html {
  return html`<nav class="screen" aria-label="This cohort"><ul class="list">
${WORKERS.includes(role) ? html`<li><a class="target" href="${importPath(cohortId)}">Import a sheet</a>: applicants and rotations from a spreadsheet.</li>` : ''}
<li><a class="target" href="${exportsPath(cohortId)}">Export</a>: tables, a workbook, a calendar, and who took what.</li>
${role === 'lead' ? html`<li><a class="target" href="${sendersPath(cohortId)}">Updates from outside</a>: forms and systems that may report for this cohort.</li>` : ''}
</ul></nav>`;
}
