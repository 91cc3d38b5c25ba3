/** Text from outside: limited in length, one line, and nothing that could forge an email header. */
import * as z from 'zod';
import { LINE_CHARACTERS_MAX, NOTE_CHARACTERS_MAX } from './limits.ts';

/** In lower case and without accents, so that "nunez" finds Núñez. */
export function unaccented(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** Its words, in lower case and without accents. */
export function wordsIn(text: string): string[] {
  return unaccented(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** RFC 5321's longest path. */
const ADDRESS_CHARACTERS_MAX = 254;

/** Line breaks, control characters, changes of reading direction, and what could not be decoded. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/u;

/** One line of typed text: trimmed, not blank, without line breaks or invisible characters. */
export function lineOf(charactersMax: number) {
  return z
    .string()
    .trim()
    .min(1, { error: 'is empty' })
    .max(charactersMax, { error: `is longer than ${charactersMax} characters` })
    .refine((text) => !UNSEEN.test(text), { error: 'has a line break or an invisible character' })
    .refine((text) => /[\p{L}\p{N}]/u.test(text), { error: 'has no letter or digit' });
}

export const lineSchema = lineOf(LINE_CHARACTERS_MAX);

/** An advisor's note: a few sentences in one line. */
export const noteSchema = lineOf(NOTE_CHARACTERS_MAX);

/** Typed paragraphs: line ends of one kind, no invisible characters. */
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
  .pipe(z.email({ error: 'must look like name@example.org' }));

/** As people write it, possibly with a word: `+1 (312) 555-0100`, `WhatsApp +91 98765 43210`. */
export const phoneSchema = lineOf(40).refine((text) => (text.match(/\d/g) ?? []).length >= 5, {
  error: 'is not a phone number',
});

/** Our own id, or a caller's: short, printable, and safe as a key and in an email header. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, {
    error: 'is not an ID (1 to 64 letters, digits, _ or -, starting with a letter or digit)',
  })
  .refine((id) => !RESERVED_IDS.has(id), { error: 'is a reserved word' });

/** `plan` is the subject of what concerns no rotation; the others are properties of every object. */
const RESERVED_IDS: ReadonlySet<string> = new Set(['plan', 'constructor', 'toString', 'valueOf']);
