/** The text of an advisor’s message to applicants. */
import * as z from 'zod';
import { LINE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { idSchema, lineOf, lineSchema } from '#shared/base/text.ts';

/** A message is a few paragraphs; nobody reads longer ones. */
export const MESSAGE_CHARACTERS_MAX = 600;
export const MESSAGE_PARAGRAPHS_MAX = 5;

/** The name that our own emails are from; no advisor has it. */
export const PRODUCT = 'Away Rotations';

export const messageSchema = z.strictObject({
  /** The advisor's name, as the email shows it. */
  from: lineSchema,
  /** Who that is, since two advisors of a school may have the same name. Replies go to them. */
  by: idSchema.exactOptional(),
  subject: lineOf(LINE_CHARACTERS_MAX),
  paragraphs: z.array(lineOf(MESSAGE_CHARACTERS_MAX)).min(1).max(MESSAGE_PARAGRAPHS_MAX),
});
export type Message = z.infer<typeof messageSchema>;

/** The paragraphs of a text: blank lines separate them, and a line break within one is a space. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((each) => each.replaceAll(/\s+/g, ' ').trim())
    .filter((each) => each !== '');
}
