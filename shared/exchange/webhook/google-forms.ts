/** A Google Forms response, as the script in docs/webhook/google-forms.md sends it. */
import * as z from 'zod';
import { MAPPED_QUESTIONS_MAX } from '#shared/base/limits.ts';
import type { FormAnswer } from './mapping.ts';

/** An answer without a mapping is skipped and never kept. */
const ANSWER_CHARACTERS_MAX = 20_000;
const text = z.string().max(ANSWER_CHARACTERS_MAX);

/** As `ItemResponse.getResponse()` gives it: https://developers.google.com/apps-script/reference/forms/item-response#getResponse() */
export const googleFormsSchema = z.strictObject({
  form: z.strictObject({ id: z.string().max(200), title: text }),
  response: z.strictObject({
    id: z.string().max(200),
    submittedAt: z.iso.datetime(),
    /** Only where the form collects addresses. */
    respondentEmail: text.exactOptional(),
  }),
  answers: z
    .array(
      z.strictObject({
        question: text,
        type: z.string().max(40),
        answer: z.union([text, z.array(z.unknown()).max(1000), z.null()]).exactOptional(),
      }),
    )
    .max(MAPPED_QUESTIONS_MAX),
});

/** How a mapping names the address that Google collected itself. */
const COLLECTED = 'hidden:respondentEmail';

export function googleAnswers(payload: z.infer<typeof googleFormsSchema>): FormAnswer[] {
  const { respondentEmail } = payload.response;
  return [
    ...(respondentEmail ? [{ names: [COLLECTED], value: respondentEmail }] : []),
    ...payload.answers.map(({ question, answer }) => ({
      names: [question.trim()],
      ...(typeof answer === 'string' && { value: answer }),
      // A question that was left out is a question without an answer, not one with several.
      ...((answer === undefined || answer === null) && { value: '' }),
    })),
  ];
}
