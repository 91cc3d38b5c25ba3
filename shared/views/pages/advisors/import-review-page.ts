/** One import: before it is saved, its columns, effects, and problems; afterward, its progress. */

import { type Html, html } from '#shared/base/html.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { counted } from '#shared/base/sentence.ts';
import { type Counts, countsWords } from '#shared/cohort/import/apply-person.ts';
import { type Checked, isReady } from '#shared/cohort/import/check.ts';
import type { Import } from '#shared/cohort/import/import-item.ts';
import { problemWords } from '#shared/cohort/import/problem.ts';
import type { CsvTable } from '#shared/cohort/import/sheet.ts';
import { COLUMNS, FIELDS, type Field, NEEDED_FIELDS } from '#shared/cohort/table/columns.ts';
import { andMore, banner, bullets, button, fold, optionsOf, section } from '../../components.ts';
import { type CohortView, pageOfCohort } from './frame.ts';
import { problemList } from './import-page.ts';
import { importQuestions } from './import-questions.ts';

const PREVIEW_LINES = 5;
const NOTICES_SHOWN_MAX = 20;
const REMATCH = 'Use these columns';
const FIX_OR_FILL =
  'Fix the sheet, save it, and send it again. What is missing from every row can be filled in below.';

export function importReviewPage(
  view: CohortView,
  item: Import,
  table: CsvTable,
  checked: Checked,
): string {
  const { problems, notices } = checked;
  return framed(
    view,
    item,
    html`${problems.length > 0 ? problemList(problems, FIX_OR_FILL) : ''}
${importQuestions(item, table.header, checked)}
${isReady(checked) ? ready(item, checked) : ''}
${item.notice || notices.length > 0 ? noticeBox(item, checked) : ''}
${section(
  'columns',
  'Match the columns',
  html`<p class="hint">We guessed from your headers. A value “for every row” fills a column your sheet does not have.</p>
<form method="post" action="${cohortPaths(item.cohortId).importMapping(item.id)}">
${FIELDS.filter((field) => isShown(field, item)).map((field) => mappingField(field, item, table.header))}
${fold(
  'Other columns',
  FIELDS.filter((field) => !isShown(field, item)).map((field) =>
    mappingField(field, item, table.header),
  ),
  'form',
)}
<button class="plain">${REMATCH}</button>
</form>`,
)}
${preview(table)}`,
  );
}

export function importProgressPage(view: CohortView, item: Import): string {
  const { state, done, total, outcomes, rotations, left } = item;
  const isStopped = state === 'stopped';
  return framed(
    view,
    item,
    html`${
      isStopped
        ? problemList(left)
        : html`<section aria-label="Progress" aria-live="polite">
<h2>${state === 'done' ? 'The import is finished' : 'The import is running'}</h2>
<progress max="${Math.max(total, 1)}" value="${done}" aria-label="Applicants written">${done} of ${total}</progress>
<p>${done} of ${total} applicants: ${countsWords(outcomes)}.${rotations ? ` Their rotations: ${countsWords(rotations)}.` : ''}</p>
<p>${
            state === 'done'
              ? html`<a class="button" href="${cohortPaths(item.cohortId).report}">Open the cohort</a>`
              : 'You can leave this page. The import continues, and this page shows its progress.'
          }</p></section>
${left.length > 0 ? section('left', 'Not imported', bullets(left.map(problemWords))) : ''}`
    }`,
  );
}

function framed(view: CohortView, { fileName, cohortId }: Import, body: Html): string {
  return pageOfCohort('Import a spreadsheet', view, html`<h1>${fileName}</h1>${body}`, [
    { label: 'Import', path: cohortPaths(cohortId).imports },
  ]);
}

function ready(item: Import, { outcomes, rotations }: Checked): Html {
  const { added, changed, same } = outcomes;
  const people = added + changed + same;
  return html`<section class="next" aria-label="What it would do">
<p>Applicants: ${countsMarkup(outcomes)}.
Rotations: ${countsMarkup(rotations)}.
Nothing is saved yet.</p>
${leftOut(item)}
<p class="hint">Rotations already on a plan keep their status, because applicants report it themselves.
Each new applicant gets one email that asks whether the plan is theirs.</p>
${button({ action: cohortPaths(item.cohortId).importStart(item.id), label: `Import ${counted(people, 'applicant')}` })}
</section>`;
}

function countsMarkup({ added, changed, same }: Counts): Html {
  return html`<strong>${added}</strong> new, <strong>${changed}</strong> changed, <strong>${same}</strong> unchanged`;
}

function leftOut({ ignored = [], meanings = [], order, answers = {} }: Import): Html | string {
  const read = meanings.map(({ column, text, as }) =>
    as === '-' ? `“${text}” in ${column} is left out` : `“${text}” in ${column} means ${as}`,
  );
  const isAnswered = order || read.length > 0 || Object.keys(answers).length > 0;
  return html`${ignored.length > 0 && html`<p>Left out: ${new Intl.ListFormat('en-US').format(ignored)}.</p>`}
${read.length > 0 && html`<p>As you said: ${read.join('; ')}.</p>`}
${order && html`<p>Days are read ${order.replace('-', ' ')}, as you said.</p>`}
${isAnswered && html`<p class="hint">To answer again, press “${REMATCH}” below.</p>`}`;
}

function noticeBox({ notice }: Import, { notices }: Checked): Html {
  return banner(
    'banner',
    html`${notice ? html`<p>${notice}</p>` : ''}
${notices.slice(0, NOTICES_SHOWN_MAX).map((each) => html`<p>${problemWords(each)}</p>`)}
${andMore(notices.length - NOTICES_SHOWN_MAX)}`,
  );
}

function isShown(field: Field, { mapping }: Import): boolean {
  return field in mapping || NEEDED_FIELDS.some((needed) => needed === field);
}

function mappingField(field: Field, { mapping }: Import, header: readonly string[]): Html {
  const source = mapping[field];
  const column = source && 'column' in source ? source.column : '';
  const always = source && 'always' in source ? source.always : '';
  return html`<fieldset class="field"><legend>${COLUMNS[field].header}</legend>
<label for="${field}-column">Column</label>
<select id="${field}-column" name="${field}.column">${optionsOf([['', 'none'], ...header.map((each) => [each, each] as const)], column)}</select>
<label for="${field}-always">or a value for every row</label>
<input id="${field}-always" name="${field}.always" maxlength="120" value="${always}">
</fieldset>`;
}

function preview({ header, lines }: CsvTable): Html {
  return section(
    'preview',
    'The first rows, as we read them',
    lines.slice(0, PREVIEW_LINES).map(
      ({ line, cells }) => html`<h3>Line ${line}</h3><dl class="facts">${header.map(
        (column, index) =>
          cells[index] ? html`<div><dt>${column}</dt><dd>${cells[index]}</dd></div>` : '',
      )}</dl>
`,
    ),
  );
}
