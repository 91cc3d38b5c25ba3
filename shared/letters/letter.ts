/** A letter of recommendation as facts: who writes it and how far it is. Its text is never asked for. */
import * as z from 'zod';
import { addressSchema, idSchema, lineSchema } from '../text.ts';
import { daySchema } from '../time/day.ts';
import { instantSchema } from '../time/instant.ts';

/**
 * asked → agreed → requested (Letter Request Form made in ERAS) → uploaded → assigned to programmes in MyERAS.
 * `declined` and `not-progressing` both mean: line up another writer.
 */
export const letterStatusSchema = z.enum([
  'asked',
  'agreed',
  'requested',
  'uploaded',
  'assigned',
  'declined',
  'not-progressing',
]);
export type LetterStatus = z.infer<typeof letterStatusSchema>;

export const writerSchema = z.strictObject({
  name: lineSchema,
  address: addressSchema.exactOptional(),
  specialty: z.enum(['ir', 'dr', 'surgery', 'medicine', 'icu', 'research', 'other']),
});
export type Writer = z.infer<typeof writerSchema>;

/** What the guide has an applicant hand to a writer with the ask (G16). */
export const PACKET_ITEMS = ['cv', 'personal-statement', 'case-list', 'img-note'] as const;
export type PacketItem = (typeof PACKET_ITEMS)[number];

/** As the ERAS Letter Request Form shows it. */
export const erasLetterIdSchema = z.string().regex(/^[A-Za-z0-9-]{4,20}$/, {
  error: 'is not an ERAS Letter ID (4 to 20 letters and digits)',
});

export const letterSchema = z.strictObject({
  id: idSchema,
  writer: writerSchema,
  status: letterStatusSchema,
  askedOn: daySchema,
  /** When the status last changed. */
  since: instantSchema,
  /** Single use, from the ERAS Letter Request Form. */
  erasLetterId: erasLetterIdSchema.exactOptional(),
  /** What the writer was given; absent means that nobody has said. */
  packet: z.array(z.enum(PACKET_ITEMS)).max(PACKET_ITEMS.length).exactOptional(),
});
export type Letter = z.infer<typeof letterSchema>;

/** True while the letter can still arrive. */
export function isOpen(letter: Letter): boolean {
  return ['asked', 'agreed', 'requested'].includes(letter.status);
}

/** True once the letter is in ERAS. */
export function isInEras(letter: Letter): boolean {
  return letter.status === 'uploaded' || letter.status === 'assigned';
}

/** True while it can arrive, or has. */
export function isComing(letter: Letter): boolean {
  return isOpen(letter) || isInEras(letter);
}

export function isIrLetter({ writer }: Letter): boolean {
  return writer.specialty === 'ir';
}
