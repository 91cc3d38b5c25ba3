import { type Html, html } from '#shared/base/html.ts';
import { IMPORT_BYTES_MAX } from '#shared/base/limits.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { counted } from '#shared/base/sentence.ts';
import { type Problem, problemWords } from '#shared/cohort/import/problem.ts';
import { UPLOAD_ROWS_MAX } from '#shared/cohort/import/sheet.ts';
import { COLUMNS, FIELDS, NEEDED_FIELDS } from '#shared/cohort/table/columns.ts';
import { banner, bullets, field, fold, link, table } from '../../components.ts';
import { message } from '../layout.ts';
import { type CohortView, pageOfCohort } from './frame.ts';

export function importPage(view: CohortView, problems: readonly Problem[] = []): string {
  const { cohort } = view;
  return pageOfCohort(
    'Import a spreadsheet',
    view,
    html`<h1>Import a spreadsheet into ${cohort.name}</h1>
${problems.length > 0 ? problemList(problems) : ''}
<section aria-label="The file">
<p>A CSV file from any spreadsheet, with one row per applicant or one row per rotation. You will see what it would change before anything is saved.</p>
<form method="post" action="${cohortPaths(cohort.id).imports}" enctype="multipart/form-data">
${field(
  {
    id: 'file',
    label: `CSV file, at most ${IMPORT_BYTES_MAX / 1_000_000} MB and ${UPLOAD_ROWS_MAX.toLocaleString('en-US')} lines`,
  },
  (ties) =>
    html`<input type="file" name="file" accept=".csv,text/csv,text/plain" required ${ties}>`,
)}
<button>Check the file</button>
</form>
<p>${link(cohortPaths(cohort.id).importTemplate, 'Download a template to fill in')}</p>
</section>
${columnsTable()}`,
  );
}

export function fileTooLargePage(): string {
  return message(
    'This file is too large',
    html`<p>The limit is ${IMPORT_BYTES_MAX / 1_000_000} MB, about ten thousand applicants. We did not read the file, and nothing was changed.</p>
<p>Split the sheet, or remove columns that are not needed here. The operator of this service can import larger files.</p>`,
  );
}

export function tooManySheetsPage(view: CohortView): string {
  return pageOfCohort(
    'Too many large sheets were checked just now',
    view,
    html`<div class="card"><h1>Too many large sheets were checked just now</h1>
<p>Nothing was changed. Each cohort can have some large sheets checked in an hour, so that pages stay quick for everyone.</p>
<p>Try again in the next hour, or split the sheet: small ones are always checked.</p></div>`,
  );
}

function columnsTable(): Html {
  return fold(
    'What each column holds',
    table(
      'Your headers can be different. You match them on the next page.',
      ['Column', 'Accepts', 'For a new applicant'],
      FIELDS.map((name) => [
        COLUMNS[name].header,
        COLUMNS[name].takes,
        NEEDED_FIELDS.some((needed) => needed === name) ? 'required' : '',
      ]),
    ),
    'form',
  );
}

const SEND_AGAIN = 'Fix the sheet, save it, and send it again.';
/** Nobody fixes more at once; the others are counted. */
const IMPORT_PROBLEMS_SHOWN_MAX = 200;

export function problemList(problems: readonly Problem[], advice = SEND_AGAIN): Html {
  return banner(
    'problem',
    html`<h2>Nothing was changed: ${counted(problems.length, 'problem')}</h2>
<p>${advice}</p>
${bullets(problems.map(problemWords), IMPORT_PROBLEMS_SHOWN_MAX)}`,
  );
}
