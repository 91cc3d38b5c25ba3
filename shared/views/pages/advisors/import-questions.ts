/** The questions before an import: unread columns, unclear texts and days, and people or rotations that may be there already. */

import { type Html, html } from '#shared/base/html.ts';
import { LINE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { capital, counted } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { valueName } from '#shared/cohort/import/answer.ts';
import type { Checked } from '#shared/cohort/import/check.ts';
import type { Import } from '#shared/cohort/import/import-item.ts';
import { PERSON_KEY, problemWords, type Question } from '#shared/cohort/import/problem.ts';
import { type Unclear, unclearWords } from '#shared/cohort/import/unclear.ts';
import { type UnreadColumn, unreadWords } from '#shared/cohort/import/unread.ts';
import { ORDERS, type OrderQuestion } from '#shared/cohort/import/written-days.ts';
import { choicesFor } from '#shared/cohort/table/choices.ts';
import { COLUMNS, FIELDS, type Field } from '#shared/cohort/table/columns.ts';
import type { Choice } from '#shared/exchange/fields/field.ts';
import { closedReasonSchema } from '#shared/plan/facts/rotation.ts';
import { STATUS_NAMES } from '#shared/plan/facts/stage-names.ts';
import { stageOf, statusWords } from '#shared/plan/facts/stages.ts';
import { andMore, field, section, select } from '../../components.ts';
import { ENTRIES, PATHWAYS, ROUTES, SPECIALTIES } from '../../forms/choices.ts';
import { FILTER_CHOICES } from '../report/filter-words.ts';
import { stateWords } from '../rotation-words.ts';

const QUESTIONS_SHOWN_MAX = 50;

export function importQuestions(
  { id, cohortId, mapping }: Import,
  header: readonly string[],
  {
    unread,
    unclear,
    orders,
    questions,
  }: Pick<Checked, 'unread' | 'unclear' | 'orders' | 'questions'>,
): Html | string {
  // One answer holds for all columns of days.
  const asked = [unread, unclear, orders.slice(0, 1), questions];
  const count = asked.reduce((sum, each) => sum + each.length, 0);
  if (count === 0) return '';
  const rotations = questions.filter((each) => !isOfPerson(each));
  const free = FIELDS.filter((field) => !mapping[field]);
  return section(
    'questions',
    `Nothing is saved yet: ${counted(count, 'question')} first`,
    html`<form method="post" action="${cohortPaths(cohortId).importAnswers(id)}">
${unread.map((each) => columnQuestion(each, header.indexOf(each.column), free))}
${orders.length > 0 ? orderQuestion(orders) : ''}
${unclear.slice(0, QUESTIONS_SHOWN_MAX).map((each, index) => valueQuestion(each, valueName(header, each), `value-${index}`))}
${andMore(unclear.length - QUESTIONS_SHOWN_MAX, ' after these.')}
${rotations.length > 1 ? forAll(rotations) : ''}
${questions.slice(0, QUESTIONS_SHOWN_MAX).map(placedQuestion)}
${andMore(questions.length - QUESTIONS_SHOWN_MAX, ' after these.')}
<button>Save the answers</button>
</form>`,
    true,
  );
}

function isOfPerson({ key }: Question): boolean {
  return key.startsWith(PERSON_KEY);
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

function orderQuestion(orders: readonly OrderQuestion[]): Html {
  const [first] = orders;
  return html`<fieldset class="field"><legend>${orders.map(problemWords).join(' ')}</legend>
${ORDERS.map((order) => {
  const words = order === 'month-first' ? 'The month is first' : 'The day is first';
  const example = first ? `: ${phraseDay(first.as[order])}` : '';
  return html`<label><input type="radio" name="order" value="${order}"> ${words}${example}</label>
`;
})}</fieldset>`;
}

/** One answer for every cell of the column with this text. */
function valueQuestion(each: Unclear, name: string, id: string): Html {
  const choices = choicesFor(each.field).map(
    (choice) => [choice, choiceWords(each.field, choice)] as const,
  );
  const hint = `Enter ${COLUMNS[each.field].takes}, or - to leave the cell empty.`;
  const asked =
    choices.length > 0
      ? select({ id, name, label: `What does “${each.text}” mean in this column?` }, [
          ['', 'Choose one'],
          ...choices,
          ['-', 'Leave the cell empty'],
        ])
      : field(
          { id, label: `What should we read instead of “${each.text}”?`, hint },
          (ties) => html`<input name="${name}" maxlength="${LINE_CHARACTERS_MAX}" ${ties}>`,
        );
  return html`<fieldset class="field"><legend>${unclearWords(each)}</legend>
${asked}
</fieldset>`;
}

const WORDS: Readonly<Partial<Record<Field, readonly Choice[]>>> = {
  enrollment: FILTER_CHOICES.img ?? [],
  pathway: PATHWAYS,
  entry: ENTRIES,
  specialty: SPECIALTIES,
  route: ROUTES,
};

/** A status as the pages say it; a closed one says why. */
function choiceWords(field: Field, choice: string): string {
  const status = STATUS_NAMES.find((each) => each === choice);
  const closed = closedReasonSchema.safeParse(choice).data;
  if (status) return capital(statusWords(stageOf(status), status, 'advisor'));
  if (closed) return capital(stateWords({ stage: 'closed', status: 'closed', closed }, 'advisor'));
  const label = WORDS[field]?.find(({ value }) => value === choice)?.label;
  return capital(label ?? choice);
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

function placedQuestion(question: Question): Html {
  const { key, candidates } = question;
  const second = isOfPerson(question) ? 'They are two people' : 'A second one';
  return html`<fieldset class="field"><legend>${problemWords(question)}</legend>
${candidates.map(
  ({ id, text }) =>
    html`<label><input type="radio" name="answer.${key}" value="${id}"> The same one (${text})</label>
`,
)}
<label><input type="radio" name="answer.${key}" value="second"> ${second}</label>
</fieldset>`;
}
