/** Text from outside: bounded, one line, and nothing that could forge an email header. */
import * as z from 'zod';
import { ADDRESS_CHARACTERS_MAX, LINE_CHARACTERS_MAX, NOTE_CHARACTERS_MAX } from './limits.ts';

/** Line and paragraph breaks, controls, characters that turn the reading direction, and what could not be decoded. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/u;

/** One line a person typed: trimmed, something to be seen in it, nothing that hides or breaks. */
export function lineOf(charactersMax: number) {
  return z
    .string()
    .trim()
    .min(1, { error: 'is empty' })
    .max(charactersMax, { error: `is longer than ${charactersMax} characters` })
    .refine((text) => !UNSEEN.test(text), { error: 'has a line break or an invisible character' })
    .refine((text) => /[\p{L}\p{N}]/u.test(text), { error: 'has no letter or digit' });
}

/** A name, a host, a place. */
export const lineSchema = lineOf(LINE_CHARACTERS_MAX);

/** What an advisor notes: a few sentences in one line. */
export const noteSchema = lineOf(NOTE_CHARACTERS_MAX);

/** Paragraphs a person typed: line ends are one kind, nothing hides. */
export function paragraphsOf(charactersMax: number) {
  return z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1, { error: 'is empty' })
        .max(charactersMax, { error: `is longer than ${charactersMax} characters` })
        .refine((text) => !UNSEEN.test(text.replaceAll(/[\n\t]/g, ' ')), {
          error: 'has an invisible character',
        }),
    );
}

/** A whole number a person typed, between two bounds that the error names. */
export function wholeNumberOf(least: number, most: number) {
  const error = `is not a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

/** An email address in lower case: one person is one address however it is typed. */
export const addressSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(ADDRESS_CHARACTERS_MAX, { error: 'is longer than an email address can be' })
  .pipe(z.email({ error: 'is not an email address' }));

/** As people write one, perhaps with a word beside it: `+1 (312) 555-0100`, `WhatsApp +91 98765 43210`. */
export const phoneSchema = lineOf(40).refine((text) => (text.match(/\d/g) ?? []).length >= 5, {
  error: 'is not a phone number',
});

/** An id this product made, or a caller's own: short, printable, safe as a key, in an email header and beside `plan`. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, {
    error: 'is not an id (1 to 64 letters, digits, _ or -, the first a letter or digit)',
  })
  .refine((id) => !RESERVED_IDS.has(id), { error: 'is a reserved word' });

/** `plan` is the subject of what concerns no rotation; the others are names every object has. */
const RESERVED_IDS: ReadonlySet<string> = new Set(['plan', 'constructor', 'toString', 'valueOf']);
