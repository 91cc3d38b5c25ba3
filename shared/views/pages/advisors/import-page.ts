/** The page that takes a sheet. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { IMPORT_BYTES_MAX } from '#shared/base/limits.ts';
import { cohortPath, importPath, importTemplatePath } from '#shared/base/links/advisor-paths.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Problem } from '#shared/cohort/import/problem.ts';
import { COLUMNS, FIELDS, NEEDED_FIELDS } from '#shared/cohort/table/columns.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { page } from '../layout.ts';
import { advisorPage } from './frame.ts';
import { problemList } from './problem-list.ts';

export function importPage(
  advisor: Advisor,
  cohort: Cohort,
  problems: readonly Problem[] = [],
): string {
  return advisorPage(
    'Import a sheet',
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<h1>Import a sheet into ${cohort.name}</h1>
${problems.length > 0 ? problemList(problems) : ''}
<section aria-label="The file">
<p>A CSV file from any spreadsheet: one line an applicant, or one line a rotation. You see what it would do before anything is written.</p>
<form method="post" action="${importPath(cohort.id)}" enctype="multipart/form-data">
<div class="field"><label for="file">CSV file, at most ${IMPORT_BYTES_MAX / 1_000_000} MB</label>
<input id="file" type="file" name="file" accept=".csv,text/csv,text/plain" required></div>
<button>Check the file</button>
</form>
<p><a class="target" href="${importTemplatePath(cohort.id)}">Download a template to fill in</a></p>
</section>
${columnsTable()}`,
  );
}

export function fileTooLargePage(): string {
  return page(
    'This file is too large',
    html`<div class="card"><h1>This file is too large</h1>
<p>At most ${IMPORT_BYTES_MAX / 1_000_000} MB are taken, about ten thousand applicants. It was not read and nothing was changed.</p>
<p>Split the sheet, or leave out columns of your own. Whoever runs this service can import larger files by command.</p></div>`,
  );
}

function columnsTable(): Html {
  return html`<details class="form"><summary>What the columns hold</summary>
<table><caption>Your headers may be other ones; you say which is which on the next page.</caption>
<thead><tr><th scope="col">Column</th><th scope="col">Takes</th><th scope="col">For a new applicant</th></tr></thead>
<tbody>${FIELDS.map(
    (field) =>
      html`<tr><th scope="row">${COLUMNS[field].header}</th><td>${COLUMNS[field].takes}</td><td>${NEEDED_FIELDS.some((needed) => needed === field) ? 'needed' : ''}</td></tr>
`,
  )}</tbody></table></details>`;
}
