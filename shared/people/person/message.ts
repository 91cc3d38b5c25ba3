/** A message of an advisor to a list of applicants: its words, and who does not get it. */
import * as z from 'zod';
import { LINE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { lineOf, lineSchema } from '#shared/base/text.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type Mailing, mailingOf } from '#shared/plan/facts/mailing.ts';
import { quietUntil } from '../mailing/gate.ts';

/** A message is a few paragraphs; nobody reads longer ones. */
export const MESSAGE_CHARACTERS_MAX = 600;
export const MESSAGE_PARAGRAPHS_MAX = 5;

/** The name under which we write ourselves; no advisor is called so. */
export const PRODUCT = 'Away Rotations';

export const messageSchema = z.strictObject({
  /** The advisor's name, as the email shows it. */
  from: lineSchema,
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

export interface Addressee {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly reach: 'ok' | 'bounced' | 'complained' | 'unsubscribed';
  readonly quiet?: Pick<Mailing, 'quietFrom' | 'quietUntil'>;
}

export interface Recipients {
  readonly now: readonly Addressee[];
  /** It is night where they are: it is sent in their morning. */
  readonly held: readonly Addressee[];
  readonly skipped: readonly Addressee[];
}

export function recipientsOf(people: readonly Addressee[], now: Instant): Recipients {
  const reached = people.filter(({ reach }) => reach === 'ok');
  const isNight = ({ zone, quiet = {} }: Addressee) =>
    quietUntil({ zone, mailing: mailingOf({ mailing: quiet }) }, now) !== undefined;
  return {
    now: reached.filter((each) => !isNight(each)),
    held: reached.filter(isNight),
    skipped: people.filter(({ reach }) => reach !== 'ok'),
  };
}
