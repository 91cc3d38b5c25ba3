/** Text from outside: bounded, one line, and nothing that could forge a mail header. */
import * as z from 'zod';
import { ADDRESS_CHARACTERS_MAX, LINE_CHARACTERS_MAX } from './limits.ts';

/** One line a person typed: trimmed, not empty, no control characters. */
export const lineSchema = z
  .string()
  .trim()
  .min(1, { error: 'is empty' })
  .max(LINE_CHARACTERS_MAX, { error: `is longer than ${LINE_CHARACTERS_MAX} characters` })
  .refine((text) => !/\p{Cc}/u.test(text), { error: 'has a line break or control character' });

/** A mail address in lower case: one person is one address however it is typed. */
export const addressSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(ADDRESS_CHARACTERS_MAX, { error: 'is longer than a mail address can be' })
  .pipe(z.email({ error: 'is not a mail address' }));

/** An id this product made, or a caller's own: short, printable, safe in a key and in a mail header. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, {
  error: 'is not an id (1 to 64 letters, digits, _ or -)',
});
