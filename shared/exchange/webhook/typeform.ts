/** An answer as Typeform sends it; further fields may be anything. https://www.typeform.com/developers/webhooks/example-payload/ */
import * as z from 'zod';
import { MAPPED_QUESTIONS_MAX } from '#shared/base/limits.ts';
import type { FormAnswer } from './mapping.ts';

const ANSWER_CHARACTERS_MAX = 20_000;
const text = z.string().max(ANSWER_CHARACTERS_MAX);
const name = z.string().max(1000);

const answerSchema = z.looseObject({
  type: name,
  field: z.looseObject({ id: name, ref: name.optional() }),
  text: text.optional(),
  email: text.optional(),
  date: text.optional(),
  url: text.optional(),
  phone_number: text.optional(),
  number: z.number().optional(),
  boolean: z.boolean().optional(),
  choice: z.looseObject({ label: text.optional(), other: text.optional() }).optional(),
});

export const typeformSchema = z.looseObject({
  event_id: name,
  event_type: z.literal('form_response'),
  form_response: z.looseObject({
    form_id: name,
    token: name,
    submitted_at: z.iso.datetime({ offset: true }),
    hidden: z.record(z.string().max(200), text).optional(),
    definition: z.looseObject({
      fields: z
        .array(z.looseObject({ id: name, title: text, ref: name.optional() }))
        .max(MAPPED_QUESTIONS_MAX),
    }),
    answers: z.array(answerSchema).max(MAPPED_QUESTIONS_MAX).default([]),
  }),
});
type TypeformAnswer = z.infer<typeof answerSchema>;

export function typeformAnswers({
  form_response: { hidden = {}, definition, answers },
}: z.infer<typeof typeformSchema>): FormAnswer[] {
  const titles = new Map(definition.fields.map(({ id, title }) => [id, title.trim()]));
  return [
    ...Object.entries(hidden).map(([key, value]) => ({ names: [`hidden:${key}`], value })),
    ...answers.map((answer) => {
      const { id, ref } = answer.field;
      const value = lineOf(answer);
      return {
        names: [titles.get(id), ref, id].filter((each) => each !== undefined && each !== ''),
        ...(value !== undefined && { value }),
      } as FormAnswer;
    }),
  ];
}

/** The one line of an answer; undefined for several choices, a file, a payment. */
function lineOf(answer: TypeformAnswer): string | undefined {
  const { text, email, date, url, phone_number: phone, number, boolean, choice } = answer;
  if (boolean !== undefined) return boolean ? 'yes' : 'no';
  if (number !== undefined) return String(number);
  return text ?? email ?? date ?? url ?? phone ?? choice?.label ?? choice?.other;
}
