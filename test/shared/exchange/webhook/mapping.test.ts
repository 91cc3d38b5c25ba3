import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { msOf, SECOND_MS } from '#shared/base/time/instant.ts';
import { checkMapping } from '#shared/exchange/webhook/check-mapping.ts';
import { googleFormsSchema } from '#shared/exchange/webhook/google-forms.ts';
import { readItem } from '#shared/exchange/webhook/item.ts';
import { type Mapping, mapAnswers, mappingSchema } from '#shared/exchange/webhook/mapping.ts';
import { mappingText, readMappingText } from '#shared/exchange/webhook/mapping-text.ts';
import { readMessage } from '#shared/exchange/webhook/read-message.ts';
import { sendableTypes } from '#shared/exchange/webhook/sender.ts';
import { typeformSchema } from '#shared/exchange/webhook/typeform.ts';
import { MONDAY } from '../../../cast.ts';

const SEEDED = { seed: 20_261_124, numRuns: 500 } as const;

const OFFER: Mapping = {
  always: [{ field: 'type', value: 'offered' }],
  questions: [
    { question: 'Address?', field: 'applicant.address' },
    { question: 'Where?', field: 'rotation.host' },
    { question: 'Until?', field: 'expiresOn' },
    { question: 'Why?', field: 'ignored' },
  ],
};
const check = (mapping: Mapping, eventTypes = ['offered', 'document-updated', 'letter-agreed']) =>
  checkMapping({ product: 'typeform', eventTypes, mapping });
const plus = (...questions: Mapping['questions']): Mapping => ({
  ...OFFER,
  questions: [...OFFER.questions, ...questions],
});
const without = (field: string): Mapping => ({
  ...OFFER,
  questions: OFFER.questions.filter((each) => each.field !== field),
});
const DOCUMENT: Mapping = {
  always: [
    { field: 'type', value: 'document-updated' },
    { field: 'kind', value: 'mmr' },
  ],
  questions: [
    ...OFFER.questions.slice(0, 2),
    { question: 'How far?', field: 'status', choices: [{ answer: 'Done', value: 'cleared' }] },
  ],
};

describe('a mapping is fit', () => {
  test.each([OFFER, DOCUMENT])('%#', (mapping) => expect(check(mapping)).toEqual([]));
});

describe('a mapping is not fit, and each reason is named', () => {
  test.each<[Mapping, string]>([
    [
      without('applicant.address'),
      'Exactly one question says who is meant: applicant.address or applicant.id.',
    ],
    [without('rotation.host'), 'offered needs the rotation: map a question to rotation.host.'],
    [
      { ...OFFER, always: [] },
      'Nothing says what happened. Give “type” always, or map a question to it with its choices.',
    ],
    [
      { ...OFFER, always: [{ field: 'type', value: 'withdrawn' }] },
      'This sender may not report “withdrawn”.',
    ],
    [plus({ question: 'Mood?', field: 'mood' }), 'The field mood does not belong to offered.'],
    [plus({ question: 'Until?', field: 'ignored' }), 'The question “Until?” is mapped twice.'],
    [plus({ question: 'And?', field: 'expiresOn' }), 'The field expiresOn is given twice.'],
    [
      { ...DOCUMENT, questions: DOCUMENT.questions.slice(0, 2) },
      'document-updated needs the field status, and no question gives it.',
    ],
    [
      { ...DOCUMENT, always: [...DOCUMENT.always.slice(0, 1), { field: 'kind', value: 'cat' }] },
      '“cat” is not a value of kind.',
    ],
    [
      {
        ...OFFER,
        always: [{ field: 'type', value: 'letter-agreed' }],
        questions: OFFER.questions.slice(0, 2),
      },
      'letter-agreed needs the letter: map a question to letter.writer.',
    ],
  ])('%#: %s', (mapping, message) => expect(check(mapping)).toContain(message));

  test('for a sender that sends fields itself', () => {
    expect(
      checkMapping({ product: 'standard', eventTypes: ['offered'], mapping: OFFER }),
    ).toHaveLength(1);
    expect(checkMapping({ product: 'typeform', eventTypes: ['offered'] })).toHaveLength(1);
  });

  test.each(['__proto__', 'constructor', 'constructor.name', 'dates', 'salary', ''])(
    'to a field that is none: “%s”',
    (field) => {
      const mapping = { always: [], questions: [{ question: 'x', field }] };
      expect(mappingSchema.safeParse(mapping).success).toBe(false);
    },
  );

  test('whatever it says, checking it never throws', () => {
    const fields = fc.constantFrom(
      'type',
      'kind',
      'status',
      'dates.start',
      'applicant.id',
      'rotation.host',
      'letterId',
      'zone',
      'ignored',
    );
    const values = fc.oneof(
      fc.constantFrom(...sendableTypes()),
      fc.string({ minLength: 1, maxLength: 20 }),
    );
    const question = fc.record({
      question: fc.string({ minLength: 1, maxLength: 20 }),
      field: fields,
    });
    fc.assert(
      fc.property(
        fc.array(fc.record({ field: fields, value: values }), { maxLength: 5 }),
        fc.array(question, { minLength: 1, maxLength: 8 }),
        (always, questions) => {
          const mapping = mappingSchema.safeParse({ always, questions });
          fc.pre(mapping.success);
          if (mapping.success)
            expect(Array.isArray(check(mapping.data, sendableTypes()))).toBe(true);
        },
      ),
      SEEDED,
    );
  });
});

describe('a mapping as text', () => {
  test.each([OFFER, DOCUMENT])('reads as it was written: %#', (mapping) => {
    expect(readMappingText(mappingText(mapping))).toEqual({ ok: true, value: mapping });
  });

  test('names each line that is not understood', () => {
    const read = readMappingText('Where? rotation.host\n\nWhy? -> ignored\nHow? -> status: done');
    expect(read.ok ? [] : read.failure.map((message) => message.slice(0, 6))).toEqual([
      'Line 1',
      'Line 4',
    ]);
  });

  test('of any kind is read or refused, and never throws', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', '>', '-', ' ', ':', ';', '=', '\n', '.', 'é'),
    });
    fc.assert(
      fc.property(line, (text) => {
        expect(typeof readMappingText(text).ok).toBe('boolean');
      }),
      SEEDED,
    );
  });
});

describe('answers of any kind', () => {
  test('are mapped or refused, and never throw', () => {
    const names = fc.array(
      fc.constantFrom('Address?', 'Where?', 'Until?', 'Why?', 'constructor', '__proto__'),
      { minLength: 1, maxLength: 3 },
    );
    const answer = fc.record(
      { names, value: fc.string({ unit: 'binary' }) },
      { requiredKeys: ['names'] },
    );
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        const mapped = mapAnswers(OFFER, answers);
        if (mapped.ok) expect(typeof readItem(mapped.value).ok).toBe('boolean');
      }),
      SEEDED,
    );
  });

  test('of either product’s shape are read or refused, and never throw', () => {
    const junk = fc.jsonValue();
    const google = fc.record({
      form: junk,
      response: junk,
      answers: fc.array(fc.record({ question: junk, type: junk, answer: junk })),
    });
    const typeform = fc.record({
      event_id: junk,
      event_type: fc.constant('form_response'),
      form_response: fc.record({
        answers: junk,
        hidden: junk,
        definition: junk,
        submitted_at: fc.constantFrom<unknown>(MONDAY, 7, 'now'),
      }),
    });
    fc.assert(
      fc.property(fc.oneof(google, typeform, junk), (payload) => {
        const body = new TextEncoder().encode(JSON.stringify(payload));
        for (const product of ['google-forms', 'typeform', 'standard'] as const) {
          const envelope =
            product === 'typeform'
              ? undefined
              : { id: 'm', timestamp: String(msOf(MONDAY) / SECOND_MS) };
          expect(typeof readMessage({ product, mapping: OFFER }, envelope, body, MONDAY).ok).toBe(
            'boolean',
          );
        }
        expect(typeof googleFormsSchema.safeParse(payload).success).toBe('boolean');
        expect(typeof typeformSchema.safeParse(payload).success).toBe('boolean');
      }),
      SEEDED,
    );
  });
});
