/** Forms derived from an event's schema. */
import { type EventField, eventFields } from '#shared/exchange/fields/event-fields.ts';
import type { Field, Form } from '#shared/exchange/fields/field.ts';
import type { RotationEventType } from '#shared/plan/facts/events.ts';
import { EVENT_WORDS } from '#shared/words/event-words.ts';
import { hintOf, labelOf } from '#shared/words/field-words.ts';
import { CHOICES, YES_NO } from './choices.ts';

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
  return { key: type, type, values: {}, ...of, fields, hidden };
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
  const choices = kind === 'yes-no' ? YES_NO : CHOICES[name];
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
