/** Forms as markup. A form that comes back keeps what was typed and shows each error beside its field. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { LINE_CHARACTERS_MAX, NOTE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { FIRST_DAY, LAST_DAY } from '#shared/base/time/day.ts';
import { type Field, type Form, fieldOf, type Problem } from '#shared/exchange/fields/field.ts';
import { PACKET_CHARACTERS_MAX, URL_CHARACTERS_MAX } from '#shared/plan/facts/packet.ts';

/** What ties a form to the state it was made from. */
export interface FormTies {
  readonly action: string;
  readonly revision: number;
  /** A fresh id, so that a form sent twice counts as one update. */
  readonly updateId: string;
}

/** @param refused what was refused on this page: shown if it is this form */
export function formMarkup(form: Form, ties: FormTies, refused?: Problem): Html {
  const hidden = {
    update: ties.updateId,
    revision: String(ties.revision),
    type: form.type,
    ...form.hidden,
  };
  return plainFormMarkup(
    form,
    ties.action,
    refused,
    Object.entries(hidden).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">
`,
    ),
  );
}

/** A form that is not an update of a plan: it carries only its own fields. */
export function plainFormMarkup(
  form: Form,
  action: string,
  refused?: Problem,
  hidden: readonly Html[] = [],
): Html {
  const problem = refused?.form === form.key ? refused : undefined;
  const values = { ...form.values, ...problem?.values };
  return html`<form id="form-${form.key}" method="post" action="${action}" novalidate>
${hidden}<p class="hint">${form.text}</p>
${form.fields.map((field) => fieldMarkup(form, field, values[field.name] ?? '', problem))}
<button>${form.button}</button>
</form>`;
}

export function foldedForm(form: Form, ties: FormTies, open: boolean, refused?: Problem): Html {
  return html`<details class="form"${open || refused?.form === form.key ? html` open` : ''}>
<summary>${form.title}</summary>
${formMarkup(form, ties, refused)}
</details>`;
}

/** All errors of a form in one place, each linked to its field. */
export function problemSummary(
  problem: Problem | undefined,
  forms: readonly Pick<Form, 'key' | 'fields'>[],
): Html | string {
  if (!problem) return '';
  const form = forms.find(({ key }) => key === problem.form);
  return html`<div class="problem" role="alert" id="problem">
<h2>Nothing was changed</h2>
<ul>${problem.errors.map((error) => {
    const field = form && fieldOf(form.fields, error);
    return field
      ? html`<li><a href="#${inputId(form, field)}">${error.message}</a></li>`
      : html`<li>${error.message}</li>`;
  })}</ul>
${form ? '' : enteredValues(problem)}
</div>`;
}

// The form is no longer on the page, but the typed text must not be lost.
function enteredValues({ values }: Problem): Html | string {
  const typed = Object.entries(values).filter(
    ([name, value]) => value !== '' && !['update', 'revision', 'type', 'letterId'].includes(name),
  );
  if (typed.length === 0) return '';
  return html`<p>You entered:</p><ul>${typed.map(([, value]) => html`<li>${value}</li>`)}</ul>`;
}

export function fieldMarkup(
  form: Pick<Form, 'key' | 'fields'>,
  field: Field,
  value: string,
  problem?: Problem,
): Html {
  const errors = (problem?.errors ?? []).filter((error) => fieldOf(form.fields, error) === field);
  const id = inputId(form, field);
  const described = [
    ...(field.hint ? [`${id}-hint`] : []),
    ...(errors.length > 0 ? [`${id}-error`] : []),
  ].join(' ');
  const attributes = html`id="${id}" name="${field.name}"${field.required ? html` required` : ''}${
    described ? html` aria-describedby="${described}"` : ''
  }${errors.length > 0 ? html` aria-invalid="true"` : ''}`;
  if (field.kind === 'tick') {
    return html`<div class="field tick${errors.length > 0 ? ' wrong' : ''}">
${errors.length > 0 ? html`<p class="error" id="${id}-error">${errors.map(({ message }) => message).join(' ')}</p>` : ''}
<input type="checkbox" value="yes"${value === 'yes' ? html` checked` : ''} ${attributes}> <label for="${id}">${field.label}</label>
</div>`;
  }
  return html`<div class="field${errors.length > 0 ? ' wrong' : ''}">
<label for="${id}">${field.label}${field.required ? '' : html` <span class="optional">(optional)</span>`}</label>
${field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : ''}
${errors.length > 0 ? html`<p class="error" id="${id}-error">${errors.map(({ message }) => message).join(' ')}</p>` : ''}
${inputMarkup({ ...field, kind: field.kind }, id, value, attributes)}
</div>`;
}

function inputMarkup(
  field: Field & { kind: Exclude<Field['kind'], 'tick'> },
  id: string,
  value: string,
  attributes: Html,
): Html {
  switch (field.kind) {
    case 'day':
      return html`<input type="date" min="${FIRST_DAY}" max="${LAST_DAY}" value="${value}" ${attributes}>`;
    case 'address':
      return html`<input type="email" maxlength="254" value="${value}" ${attributes}>`;
    case 'number':
      return html`<input type="number" inputmode="numeric" step="1"${field.least === undefined ? '' : html` min="${field.least}"`}${field.most === undefined ? '' : html` max="${field.most}"`} value="${value}" ${attributes}>`;
    case 'text':
      return html`<textarea rows="10" maxlength="${PACKET_CHARACTERS_MAX}" ${attributes}>${value}</textarea>`;
    case 'url':
      return html`<input type="url" maxlength="${URL_CHARACTERS_MAX}" value="${value}" ${attributes}>`;
    case 'note':
      return html`<textarea rows="3" maxlength="${NOTE_CHARACTERS_MAX}" ${attributes}>${value}</textarea>`;
    case 'line':
      return html`<input type="text" maxlength="${LINE_CHARACTERS_MAX}" value="${value}" ${
        field.suggestions ? html`list="${id}-list" ` : ''
      }${attributes}>${
        field.suggestions
          ? html`<datalist id="${id}-list">${field.suggestions.map((each) => html`<option value="${each}"></option>`)}</datalist>`
          : ''
      }`;
    case 'choice':
      return html`<select ${attributes}>
${value === '' || field.none ? html`<option value="">${field.none ?? (field.required ? 'Choose one' : 'No change')}</option>` : ''}
${(field.choices ?? []).map(
  (choice) =>
    html`<option value="${choice.value}"${choice.value === value ? html` selected` : ''}>${choice.label}</option>`,
)}
</select>`;
  }
}

function inputId(form: Pick<Form, 'key'>, field: Field): string {
  return `${form.key}-${field.name}`.replaceAll('.', '-');
}
