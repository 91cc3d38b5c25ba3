/** The questions before an import: columns nothing reads, and rotations whose dates may have changed. */
import { counted } from '#shared/base/counted.ts';
import { type Html, html } from '#shared/base/html.ts';
import { importAnswersPath } from '#shared/base/links/advisor-paths.ts';
import type { Checked } from '#shared/cohort/import/check.ts';
import type { Import } from '#shared/cohort/import/import-item.ts';
import { problemWords, type Question } from '#shared/cohort/import/problem.ts';
import { type UnreadColumn, unreadWords } from '#shared/cohort/import/unread.ts';
import { COLUMNS, FIELDS } from '#shared/cohort/table/columns.ts';
import { section } from '../../components.ts';

const QUESTIONS_SHOWN_MAX = 50;

export function importQuestions(
  { id, cohortId, mapping }: Import,
  header: readonly string[],
  { unread, questions }: Pick<Checked, 'unread' | 'questions'>,
): Html | string {
  if (unread.length + questions.length === 0) return '';
  const free = FIELDS.filter((field) => !mapping[field]);
  return section(
    'questions',
    `Nothing is saved yet: ${counted(unread.length + questions.length, 'question')} first`,
    html`<form method="post" action="${importAnswersPath(cohortId, id)}">
${unread.map((each) => columnQuestion(each, header.indexOf(each.column), free))}
${questions.length > 1 ? forAll(questions) : ''}
${questions.slice(0, QUESTIONS_SHOWN_MAX).map(rotationQuestion)}
${questions.length > QUESTIONS_SHOWN_MAX ? html`<p>And ${questions.length - QUESTIONS_SHOWN_MAX} more after these.</p>` : ''}
<button>Save the answers</button>
</form>`,
    true,
  );
}

function columnQuestion(
  each: UnreadColumn,
  index: number,
  free: readonly (typeof FIELDS)[number][],
): Html {
  const name = `column.${index}`;
  return html`<fieldset class="field"><legend>${unreadWords(each)}</legend>
<label for="${name}">What should we do with it?</label>
<select id="${name}" name="${name}"><option value="">Choose one</option>
<option value="leave-out">Leave it out</option>
${free.map((field) => html`<option value="${field}">Read it as ${COLUMNS[field].header}${field === each.near ? ' (perhaps this)' : ''}</option>`)}</select>
</fieldset>`;
}

function forAll(questions: readonly Question[]): Html {
  const moved = questions.filter(({ candidates }) => candidates.length === 1).length;
  return html`<fieldset class="field"><legend>${counted(questions.length, 'rotation')} may already be on a plan</legend>
<label for="all">For all not answered below</label>
<select id="all" name="answer.all"><option value="">Answer each one</option>
${moved > 0 ? html`<option value="moved">The same rotation, with the dates in the sheet</option>` : ''}
<option value="second">A second rotation</option></select>
</fieldset>`;
}

function rotationQuestion(question: Question): Html {
  const { key, candidates } = question;
  return html`<fieldset class="field"><legend>${problemWords(question)}</legend>
${candidates.map(
  ({ id, text }) =>
    html`<label><input type="radio" name="answer.${key}" value="${id}"> The same one (${text})</label>
`,
)}
<label><input type="radio" name="answer.${key}" value="second"> A second one</label>
</fieldset>`;
}
