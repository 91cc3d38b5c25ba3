/** What a form's questions mean: each is a field of an update, a person or thing it is about, or ignored. */
import * as z from 'zod';
import { LINE_CHARACTERS_MAX, MAPPED_QUESTIONS_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { type MessageRefusal, messageRefusals } from '#shared/words/sender-refusals.ts';
import { everyFieldName } from '../fields/event-fields.ts';
import { nested } from '../fields/read-form.ts';

/** Longer than either product allows a title to be. */
const QUESTION_CHARACTERS_MAX = 1000;
const questionText = z.string().trim().min(1).max(QUESTION_CHARACTERS_MAX);
const valueText = z.string().trim().min(1).max(LINE_CHARACTERS_MAX);

/** Not fields of the event, but whom and what it is about. */
export const ABOUT_FIELDS = [
  'applicant.id',
  'applicant.address',
  'rotation.host',
  'letter.writer',
] as const;
/** A question that is asked for other purposes. Its answers are never kept. */
export const IGNORED = 'ignored';

const OTHER_FIELDS: readonly string[] = [...ABOUT_FIELDS, 'type', 'rotationId', IGNORED];
const fieldName = z
  .string()
  .max(LINE_CHARACTERS_MAX)
  .refine((name) => OTHER_FIELDS.includes(name) || everyFieldName().has(name), {
    error: 'is not the name of a field',
  });

export const mappingSchema = z.strictObject({
  /** The same for every answer, such as `type` of a form that reports one thing. */
  always: z.array(z.strictObject({ field: fieldName, value: valueText })).max(20),
  questions: z
    .array(
      z.strictObject({
        /** The title, or what the product names the question by: Typeform's ref, `hidden:user_id`. */
        question: questionText,
        field: fieldName,
        /** What the form's choices mean; without them an answer is used as it is. */
        choices: z
          .array(z.strictObject({ answer: questionText, value: valueText }))
          .max(100)
          .exactOptional(),
      }),
    )
    .min(1)
    .max(MAPPED_QUESTIONS_MAX),
});
export type Mapping = z.infer<typeof mappingSchema>;

export interface FormAnswer {
  /** What the question is called: its title first, then the product's own names for it. */
  readonly names: readonly string[];
  /** One line; absent if the answer is a list, a table, or a file. */
  readonly value?: string;
}

/** An update as a sender wrote it, before it is checked: `updateItemSchema` reads it. */
export type RawItem = Readonly<Record<string, unknown>>;

/** The answers as one update. Refuses a question or a choice that is not mapped, by name. */
export function mapAnswers(
  mapping: Mapping,
  answers: readonly FormAnswer[],
): Result<RawItem, MessageRefusal> {
  const fields = new Map(mapping.always.map(({ field, value }) => [field, value]));
  for (const answer of answers) {
    const [title = ''] = answer.names;
    const known = mapping.questions.find(({ question }) => answer.names.includes(question));
    if (!known) return failure(messageRefusals.unknownQuestion(title));
    if (known.field === IGNORED) continue;
    if (answer.value === undefined) return failure(messageRefusals.severalAnswers(title));
    const given = answer.value.trim();
    if (given === '') continue;
    const choice = known.choices?.find((each) => each.answer === given);
    if (known.choices && !choice) {
      return failure(messageRefusals.unknownChoice(title, known.field));
    }
    fields.set(known.field, choice?.value ?? given);
  }
  return success(itemOf(fields));
}

/** `applicant`, `rotation` and `letter` beside the event, everything else inside it. */
function itemOf(fields: ReadonlyMap<string, string>): RawItem {
  const entries = [...fields];
  const about = entries.filter(([name]) => (ABOUT_FIELDS as readonly string[]).includes(name));
  const event = entries.filter((entry) => !about.includes(entry));
  return { ...nested(about), event: nested(event, fields.get('type')) };
}
