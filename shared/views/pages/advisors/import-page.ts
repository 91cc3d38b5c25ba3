import { html } from 'hono/html';
import { counted } from '#shared/base/counted.ts';
import type { Html } from '#shared/base/html.ts';
import { IMPORT_BYTES_MAX } from '#shared/base/limits.ts';
import { cohortPath, importPath, importTemplatePath } from '#shared/base/links/advisor-paths.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { type Problem, problemWords } from '#shared/cohort/import/problem.ts';
import { COLUMNS, FIELDS, NEEDED_FIELDS } from '#shared/cohort/table/columns.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { page } from '../layout.ts';
import { advisorPage } from './frame.ts';

export function importPage(
  advisor: Advisor,
  cohort: Cohort,
  problems: readonly Problem[] = [],
): string {
  return advisorPage(
    'Import a spreadsheet',
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<h1>Import a spreadsheet into ${cohort.name}</h1>
${problems.length > 0 ? problemList(problems) : ''}
<section aria-label="The file">
<p>A CSV file from any spreadsheet, with one row per applicant or one row per rotation. You will see what it would change before anything is saved.</p>
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
<p>The limit is ${IMPORT_BYTES_MAX / 1_000_000} MB, about ten thousand applicants. We did not read the file, and nothing was changed.</p>
<p>Split the sheet, or remove columns that are not needed here. The operator of this service can import larger files.</p></div>`,
  );
}

export function tooManySheetsPage(advisor: Advisor, cohort: Cohort): string {
  return advisorPage(
    'Too many large sheets were checked just now',
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<div class="card"><h1>Too many large sheets were checked just now</h1>
<p>Nothing was changed. Each cohort can have some large sheets checked in an hour, so that pages stay quick for everyone.</p>
<p>Try again in the next hour, or split the sheet: small ones are always checked.</p></div>`,
  );
}

function columnsTable(): Html {
  return html`<details class="form"><summary>What each column holds</summary>
<table><caption>Your headers can be different. You match them on the next page.</caption>
<thead><tr><th scope="col">Column</th><th scope="col">Accepts</th><th scope="col">For a new applicant</th></tr></thead>
<tbody>${FIELDS.map(
    (field) =>
      html`<tr><th scope="row">${COLUMNS[field].header}</th><td>${COLUMNS[field].takes}</td><td>${NEEDED_FIELDS.some((needed) => needed === field) ? 'required' : ''}</td></tr>
`,
  )}</tbody></table></details>`;
}

/** Nobody fixes more at once; the others are counted. */
const IMPORT_PROBLEMS_SHOWN_MAX = 200;

export function problemList(problems: readonly Problem[]): Html {
  const others = problems.length - IMPORT_PROBLEMS_SHOWN_MAX;
  return html`<div class="problem" role="alert" id="problem">
<h2>Nothing was changed: ${counted(problems.length, 'problem')}</h2>
<p>Fix the sheet, save it, and send it again.</p>
<ul>${problems.slice(0, IMPORT_PROBLEMS_SHOWN_MAX).map(
    (problem) => html`<li>${problemWords(problem)}</li>
`,
  )}</ul>
${others > 0 ? html`<p>And ${others} more.</p>` : ''}
</div>`;
}
