/** Facts about a letter of recommendation: its writer and status, never its text. */
import * as z from 'zod';
import { withoutContact } from '#shared/base/contact.ts';
import { addressSchema, idSchema, lineSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { type Instant, instantSchema } from '#shared/base/time/instant.ts';
import { noteSchema } from './patient-data.ts';

/** Each emails the writer and the applicant: more would be an attack, or should be a call. */
export const HAND_OVERS_MAX = 3;

/** asked → agreed → requested in ERAS → uploaded → assigned. `declined` and `not-progressing` both need another writer. */
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

const writerSchema = z.strictObject({
  name: lineSchema,
  address: addressSchema.exactOptional(),
  specialty: z.enum(['ir', 'dr', 'surgery', 'medicine', 'icu', 'research', 'other']),
});
export type Writer = z.infer<typeof writerSchema>;
/** As entered: the name is emailed. */
export const enteredWriterSchema = writerSchema.extend({
  name: withoutContact(writerSchema.shape.name),
});

/** What an applicant should give a writer with the request (G16). */
export const PACKET_ITEMS = ['cv', 'personal-statement', 'case-list', 'img-note'] as const;
export type PacketItem = (typeof PACKET_ITEMS)[number];

/** As the ERAS Letter Request Form shows it. */
export const erasLetterIdSchema = z.string().regex(/^[A-Za-z0-9-]{4,20}$/, {
  error: 'is not an ERAS Letter ID (4 to 20 letters and digits)',
});

/** The `rotationId` of letters from outside the rotations, such as a research mentor's. */
export const OWN_LETTERS = 'plan';

/** Whether the writer is emailed: from the applicant's confirmation on, until they ask to stop or emails bounce. */
const contactSchema = z.strictObject({
  /** When the applicant confirmed that the writer agreed in person. */
  on: daySchema,
  state: z.enum(['emailed', 'stopped', 'unreachable']),
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
  /** The writer has the Letter Request Form: a second yes after a silence needs no second one. */
  formSent: z.literal(true).exactOptional(),
  /** From the ERAS Letter Request Form; for one letter only. */
  erasLetterId: erasLetterIdSchema.exactOptional(),
  /** The applicant's reminder of who they are and what the writer saw. */
  seen: noteSchema.exactOptional(),
  /** Absent until the applicant confirms; the writer is not emailed before. */
  contact: contactSchema.exactOptional(),
  /** By when the writer promised to upload it, and when they promised. */
  promised: z.strictObject({ by: daySchema, on: daySchema }).exactOptional(),
  /** Once they accept, they upload it for the writer and get the emails; `emailsBefore` were sent to the writer. */
  coordinator: coordinatorSchema
    .extend({ emailsBefore: z.int().min(0), accepted: z.literal(true).exactOptional() })
    .exactOptional(),
  /** Hand-overs so far, also those taken back. */
  handOvers: z.int().min(1).max(HAND_OVERS_MAX).exactOptional(),
  /** What the writer was given; absent if unknown. */
  packet: z.array(z.enum(PACKET_ITEMS)).max(PACKET_ITEMS.length).exactOptional(),
});
export type Letter = z.infer<typeof letterSchema>;

/** As an imported sheet states it. */
export const statedLetterSchema = z.strictObject({
  writer: enteredWriterSchema.omit({ address: true }),
  status: letterSchema.shape.status,
  /** When the status last changed; absent if unknown. */
  since: instantSchema.exactOptional(),
  askedOn: daySchema.exactOptional(),
  promised: letterSchema.shape.promised,
  erasLetterId: erasLetterIdSchema.exactOptional(),
});
export type StatedLetter = z.infer<typeof statedLetterSchema>;

type HasStatus = Pick<Letter, 'status'>;

/** The letter may still arrive. */
export function isOpen({ status }: HasStatus): boolean {
  return status === 'asked' || status === 'agreed' || status === 'requested';
}

export function isInEras({ status }: HasStatus): boolean {
  return status === 'uploaded' || status === 'assigned';
}

/** It may still arrive, or has arrived. */
export function isComing(letter: HasStatus): boolean {
  return isOpen(letter) || isInEras(letter);
}

/** The writer agreed, and the letter is not in ERAS yet. */
export function isAgreed({ status }: HasStatus): boolean {
  return status === 'agreed' || status === 'requested';
}

/** It will not arrive: another writer is needed. */
export function isLost({ status }: HasStatus): boolean {
  return status === 'declined' || status === 'not-progressing';
}

/** A letter that is in ERAS and reaches no program yet, as at the start of a season. */
export function unassigned(letter: Letter, now: Instant): Letter {
  return letter.status === 'assigned' ? { ...letter, status: 'uploaded', since: now } : letter;
}

export function isIrLetter({ writer }: Letter): boolean {
  return writer.specialty === 'ir';
}
