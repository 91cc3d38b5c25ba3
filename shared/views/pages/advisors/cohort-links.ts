/** The other pages of a cohort, linked below its report. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { exportsPath, importPath, sendersPath } from '#shared/base/links/advisor-paths.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { WORKERS } from '#shared/people/advisor/role.ts';

export function cohortLinks({ role }: Advisor, cohortId: string): Html {
  return html`<nav class="screen" aria-label="This cohort"><ul class="list">
${WORKERS.includes(role) ? html`<li><a class="target" href="${importPath(cohortId)}">Import a spreadsheet</a>: applicants and rotations.</li>` : ''}
<li><a class="target" href="${exportsPath(cohortId)}">Export</a>: tables, a workbook, a calendar, and the export log.</li>
${role === 'lead' ? html`<li><a class="target" href="${sendersPath(cohortId)}">Updates from other systems</a>: forms and systems that can send updates for this cohort.</li>` : ''}
</ul></nav>`;
}
