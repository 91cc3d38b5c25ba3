/** Forms: derived from the schema of an event, and as markup. One that comes back keeps what was typed, each error beside its field. */
import { type Html, html } from '#shared/base/html.ts';
import { LINE_CHARACTERS_MAX, NOTE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { FIRST_DAY, LAST_DAY } from '#shared/base/time/day.ts';
import { type EventField, eventFields } from '#shared/exchange/fields/event-fields.ts';
import {
  type Field,
  type Form,
  fieldOf,
  keyOf,
  type Problem,
} from '#shared/exchange/fields/field.ts';
import type { RotationEventType } from '#shared/plan/facts/events.ts';
import { PACKET_CHARACTERS_MAX, URL_CHARACTERS_MAX } from '#shared/plan/facts/packet.ts';
import { EVENT_WORDS } from '#shared/words/event-words.ts';
import { hintOf, labelOf } from '#shared/words/field-words.ts';
import { banner, field, fold, hiddenFields, optionsOf, tick } from '../components.ts';
import { CHOICES, YES_NO } from './choices.ts';

/** What ties a form to the state it was made from. */
export interface FormTies {
  readonly action: string;
  readonly revision: number;
  /** A fresh id, so that a form sent twice counts as one update. */
  readonly updateId: string;
}

/** @param refused what was refused on this page: shown if it is this form */
export function formMarkup(form: Form, ties: FormTies, refused?: Problem): Html {
  const { updateId: update, revision } = ties;
  const hidden = { update, revision: String(revision), type: form.type, ...form.hidden };
  return plainFormMarkup({ ...form, hidden }, ties.action, refused);
}

/** A form that is not an update of a plan: it carries only its own fields. */
export function plainFormMarkup(form: Form, action: string, refused?: Problem): Html {
  const problem = refused?.form === form.key ? refused : undefined;
  const values = { ...form.values, ...problem?.values };
  return html`<form id="form-${form.key}" method="post" action="${action}" novalidate>
${hiddenFields(form.hidden)}${form.text ? html`<p class="hint">${form.text}</p>` : ''}
${form.fields.map((each) => fieldMarkup(form, each, values[each.name] ?? '', problem))}
<button>${form.button}</button>
</form>`;
}

export function foldedForm(form: Form, ties: FormTies, open: boolean, refused?: Problem): Html {
  const isOpen = open || refused?.form === form.key;
  return fold(form.title, formMarkup(form, ties, refused), 'form', isOpen);
}

/** All errors of a form in one place, each linked to its field. */
export function problemSummary(
  problem: Problem | undefined,
  forms: readonly Pick<Form, 'key' | 'fields'>[],
  heading: string = 'Nothing was changed',
): Html | string {
  if (!problem) return '';
  const form = forms.find(({ key }) => key === problem.form);
  return banner(
    'problem',
    html`<h2>${heading}</h2>
<ul>${problem.errors.map((error) => {
      const field = form && fieldOf(form.fields, error);
      return field
        ? html`<li><a href="#${inputId(form, field)}">${error.message}</a></li>`
        : html`<li>${error.message}</li>`;
    })}</ul>
${form ? '' : enteredValues(problem)}`,
  );
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
  of: Field,
  value: string,
  problem?: Problem,
): Html {
  const errors = (problem?.errors ?? []).filter((error) => fieldOf(form.fields, error) === of);
  const { label, hint, required } = of;
  const frame = {
    id: inputId(form, of),
    label,
    hint,
    error: errors.map(({ message }) => message).join(' '),
    isOptional: !required,
  };
  const named = html`name="${of.name}"${required ? html` required` : ''}`;
  const { kind } = of;
  return kind === 'tick'
    ? tick(frame, html`value="yes"${value === 'yes' ? html` checked` : ''} ${named}`)
    : field(frame, (ties) => control({ ...of, kind }, value, frame.id, html`${named} ${ties}`));
}

function control(
  of: Field & { kind: Exclude<Field['kind'], 'tick'> },
  value: string,
  id: string,
  ties: Html,
): Html {
  const { kind, least, most, earliest = FIRST_DAY, suggestions, choices = [], none, required } = of;
  switch (kind) {
    case 'day':
      return html`<input type="date" min="${earliest}" max="${LAST_DAY}" value="${value}" ${ties}>`;
    case 'address':
      return html`<input type="email" maxlength="254" value="${value}" ${ties}>`;
    case 'number': {
      const bounds = [
        least === undefined ? '' : html` min="${least}"`,
        most === undefined ? '' : html` max="${most}"`,
      ];
      return html`<input type="number" inputmode="numeric" step="1"${bounds} value="${value}" ${ties}>`;
    }
    case 'text':
      return html`<textarea rows="10" maxlength="${PACKET_CHARACTERS_MAX}" ${ties}>${value}</textarea>`;
    case 'url':
      return html`<input type="url" maxlength="${URL_CHARACTERS_MAX}" value="${value}" ${ties}>`;
    case 'note':
      return html`<textarea rows="3" maxlength="${NOTE_CHARACTERS_MAX}" ${ties}>${value}</textarea>`;
    case 'line':
      return html`<input type="text" maxlength="${LINE_CHARACTERS_MAX}" value="${value}" ${suggestions ? html`list="${id}-list" ` : ''}${ties}>${
        suggestions &&
        html`<datalist id="${id}-list">${suggestions.map((each) => html`<option value="${each}"></option>`)}</datalist>`
      }`;
    case 'choice': {
      const empty = none ?? (required ? 'Choose one' : 'No answer');
      const first = value === '' || none ? [['', empty] as const] : [];
      const options = [...first, ...choices.map((each) => [each.value, each.label] as const)];
      return html`<select ${ties}>${optionsOf(options, value)}</select>`;
    }
  }
}

function inputId(form: Pick<Form, 'key'>, of: Field): string {
  return `${form.key}-${of.name}`.replaceAll('.', '-');
}

/** What a page adds to a field's schema: suggestions, or choices that depend on the plan. */
export type Changes = Readonly<Record<string, Partial<Omit<Field, 'name'>>>>;

type Of = Partial<Form> & { readonly changes?: Changes };

export function eventForm(type: RotationEventType, of: Of = {}): Form {
  const { button, title = button, follows: text = '' } = EVENT_WORDS[type];
  return formOfType(type, { title, text, button, ...of });
}

/** Hidden fields are left out of the visible ones. */
export function formOfType(
  type: string,
  { changes, hidden = {}, ...of }: Of & Pick<Form, 'title' | 'text' | 'button'>,
): Form {
  const fields = of.fields ?? fieldsOf(type, changes, Object.keys(hidden));
  return { key: keyOf(type, hidden), type, values: {}, ...of, fields, hidden };
}

/** @param leftOut names of fields this form does not show */
export function fieldsOf(
  type: string,
  changes: Changes = {},
  leftOut: readonly string[] = [],
): Field[] {
  return eventFields(type)
    .filter(({ name }) => !leftOut.includes(name))
    .map((field) => ({ ...inWords(field, type), ...changes[field.name] }));
}

function inWords({ name, kind, required, least, most }: EventField, type: string): Field {
  const choices = kind === 'yes-no' ? YES_NO : (CHOICES[`${type}.${name}`] ?? CHOICES[name]);
  const hint = hintOf(name, type);
  return {
    name,
    label: labelOf(name, type),
    kind: kind === 'yes-no' ? 'choice' : kind,
    ...(required && { required }),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    ...(kind !== 'number' && choices && { choices }),
    ...(hint && { hint }),
  };
}
