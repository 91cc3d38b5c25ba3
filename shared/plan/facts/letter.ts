/** A letter of recommendation as facts: who writes it and how far it is. Its text is never asked for. */
import * as z from 'zod';
import { withoutContact } from '#shared/base/contact.ts';
import { addressSchema, idSchema, lineSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import { noteSchema } from './patient-data.ts';

/**
 * asked → agreed → requested (Letter Request Form made in ERAS) → uploaded → assigned to programs in MyERAS.
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
/** As somebody names one: the name is emailed. */
export const enteredWriterSchema = writerSchema.extend({
  name: withoutContact(writerSchema.shape.name),
});

/** What the guide has an applicant hand to a writer with the ask (G16). */
export const PACKET_ITEMS = ['cv', 'personal-statement', 'case-list', 'img-note'] as const;
export type PacketItem = (typeof PACKET_ITEMS)[number];

/** As the ERAS Letter Request Form shows it. */
export const erasLetterIdSchema = z.string().regex(/^[A-Za-z0-9-]{4,20}$/, {
  error: 'is not an ERAS Letter ID (4 to 20 letters and digits)',
});

/** The place of a letter that no rotation gave, such as a research mentor's: where others have a rotation's id. */
export const OWN_LETTERS = 'plan';

/** Whether the writer is emailed: from the applicant's tick on, until they, or their mail system, say stop. */
export const contactSchema = z.strictObject({
  /** The day on which the applicant said that the writer agreed in person. */
  on: daySchema,
  state: z.enum(['mailed', 'stopped', 'unreachable']),
  /** When the state last changed. */
  since: daySchema,
});

export const coordinatorSchema = z.strictObject({ name: lineSchema, address: addressSchema });

export const letterSchema = z.strictObject({
  id: idSchema,
  writer: writerSchema,
  status: letterStatusSchema,
  askedOn: daySchema,
  /** When the status last changed. */
  since: instantSchema,
  /** Single use, from the ERAS Letter Request Form. */
  erasLetterId: erasLetterIdSchema.exactOptional(),
  /** What the writer saw of the work, in the applicant's words, so that they know whom it is about. */
  seen: noteSchema.exactOptional(),
  /** Absent while nobody has ticked: then the writer is never emailed. */
  contact: contactSchema.exactOptional(),
  /** The day by which the writer said they will have uploaded it, and when they said so. */
  promised: z.strictObject({ by: daySchema, on: daySchema }).exactOptional(),
  /** Who uploads it in the writer's stead and has the emails from then on; `mailsBefore` went to the writer. */
  coordinator: coordinatorSchema.extend({ mailsBefore: z.int().min(0) }).exactOptional(),
  /** What the writer was given; absent means that nobody has said. */
  packet: z.array(z.enum(PACKET_ITEMS)).max(PACKET_ITEMS.length).exactOptional(),
});
export type Letter = z.infer<typeof letterSchema>;

/** As a sheet of the cohort states one. */
export const statedLetterSchema = z.strictObject({
  writer: enteredWriterSchema.omit({ address: true }),
  status: letterSchema.shape.status,
  /** When the status last changed; absent: nobody says. */
  since: instantSchema.exactOptional(),
  askedOn: daySchema.exactOptional(),
  promised: letterSchema.shape.promised,
  erasLetterId: erasLetterIdSchema.exactOptional(),
});
export type StatedLetter = z.infer<typeof statedLetterSchema>;

type Standing = Pick<Letter, 'status'>;

/** True while the letter can still arrive. */
export function isOpen({ status }: Standing): boolean {
  return status === 'asked' || status === 'agreed' || status === 'requested';
}

/** True once the letter is in ERAS. */
export function isInEras({ status }: Standing): boolean {
  return status === 'uploaded' || status === 'assigned';
}

/** True while it can arrive, or has. */
export function isComing(letter: Standing): boolean {
  return isOpen(letter) || isInEras(letter);
}

/** The writer said yes, and it is not in ERAS yet. */
export function isAgreed({ status }: Standing): boolean {
  return status === 'agreed' || status === 'requested';
}

/** No letter comes of it any more: another writer is needed. */
export function isLost({ status }: Standing): boolean {
  return status === 'declined' || status === 'not-progressing';
}

/** A letter by an interventional radiologist. */
export function isIrLetter({ writer }: Letter): boolean {
  return writer.specialty === 'ir';
}
