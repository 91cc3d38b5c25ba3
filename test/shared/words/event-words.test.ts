/** An event's schema says what its form asks for; here is all that the form needs beside it. */
import { expect, test } from 'vitest';
import { eventFields, everyEventType } from '#shared/exchange/fields/event-fields.ts';
import { readForm } from '#shared/exchange/fields/read-form.ts';
import { ROTATION_EVENT_TYPES, WRITER_EVENT_TYPES } from '#shared/plan/facts/events.ts';
import { eventForm } from '#shared/views/forms/form.ts';
import { EVENT_WORDS } from '#shared/words/event-words.ts';
import { labelOf } from '#shared/words/field-words.ts';

const REPORTED = ROTATION_EVENT_TYPES.filter((type) => !WRITER_EVENT_TYPES.some((w) => w === type));

test('every field of every form has a name that people read', () => {
  const unnamed = everyEventType().flatMap((type) =>
    eventFields(type).filter(({ name }) => labelOf(name, type).startsWith('“')),
  );
  expect(unnamed).toEqual([]);
  expect(labelOf('rotation.stage')).toBe('“rotation.stage”');
});

test('every form of a rotation says what follows from its button', () => {
  expect(REPORTED.filter((type) => !eventForm(type).text.endsWith('.'))).toEqual([]);
});

test('every choice is offered as the schema has it, no more and no less', () => {
  const choices = REPORTED.flatMap((type) =>
    eventForm(type)
      .fields.filter(({ kind }) => kind === 'choice')
      .map((field) => ({ type, field })),
  );
  expect(choices.length).toBeGreaterThan(5);
  for (const { type, field } of choices) {
    const { values } = eventFields(type).find(({ name }) => name === field.name) ?? {};
    expect(field.choices?.map(({ value }) => value).toSorted()).toEqual(values?.toSorted());
  }
});

test('words for a field are of one that the event has', () => {
  for (const [type, { fields = {} }] of Object.entries(EVENT_WORDS)) {
    const names = eventFields(type).map(({ name }) => name);
    expect(Object.keys(fields).filter((name) => !names.includes(name))).toEqual([]);
  }
});

test('a fault calls a field as its form calls it', () => {
  const entries = { update: 'u1', revision: '0', type: 'offered', expiresOn: 'soon' };
  const read = readForm(Object.entries(entries), 'r1');
  expect(!read.ok && read.failure.errors.map(({ message }) => message)).toEqual([
    'Last day to answer is not a calendar day written YYYY-MM-DD.',
  ]);
});
