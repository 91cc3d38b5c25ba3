/** The events of a letter: what its applicant reports, and what its writer or coordinator does. */
import * as z from 'zod';
import { withoutContact } from '#shared/base/contact.ts';
import { addressSchema, idSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import {
  coordinatorSchema,
  enteredWriterSchema,
  erasLetterIdSchema,
  letterStatusSchema,
  OWN_LETTERS,
} from './letter.ts';
import { noteSchema } from './patient-data.ts';

/** A letter from outside the rotations has `plan` instead of a rotation's id. */
const ofPlace = { rotationId: z.union([idSchema, z.literal(OWN_LETTERS)]) };
const ofLetter = { ...ofPlace, letterId: idSchema };
const erasLetterId = erasLetterIdSchema.exactOptional();

export const LETTER_EVENTS = [
  z.strictObject({ type: z.literal('letter-asked'), ...ofPlace, writer: enteredWriterSchema }),
  // The applicant's confirmation: the writer is emailed only after it.
  z.strictObject({
    type: z.literal('letter-contact'),
    ...ofLetter,
    agreedInPerson: z.literal('yes', { error: 'is needed before we email anyone' }),
    address: addressSchema,
    seen: withoutContact(noteSchema).exactOptional(),
  }),
  z.strictObject({ type: z.literal('letter-agreed'), ...ofLetter }),
  z.strictObject({ type: z.literal('letter-requested'), ...ofLetter, erasLetterId }),
  z.strictObject({ type: z.literal('letter-uploaded'), ...ofLetter }),
  z.strictObject({ type: z.literal('letter-assigned'), ...ofLetter }),
  z.strictObject({ type: z.literal('letter-declined'), ...ofLetter }),
  // A step that was reported by mistake.
  z.strictObject({
    type: z.literal('letter-corrected'),
    ...ofLetter,
    to: letterStatusSchema.extract(['asked', 'agreed', 'requested', 'uploaded']),
  }),
  // Ends a hand-over: by the applicant, the writer, or the coordinator.
  z.strictObject({ type: z.literal('letter-taken-back'), ...ofLetter }),
] as const;

/** Reported by a letter's writer or coordinator on their own page; the applicant has no form for these. */
export const WRITER_EVENTS = [
  z.strictObject({ type: z.literal('letter-promised'), ...ofLetter, by: daySchema }),
  z.strictObject({
    type: z.literal('letter-handed-over'),
    ...ofLetter,
    coordinator: coordinatorSchema.extend({ name: withoutContact(coordinatorSchema.shape.name) }),
    /** Set by us only. */
    emailsBefore: z.int().min(0).max(1000).meta({ readOnly: true }).exactOptional(),
  }),
  z.strictObject({ type: z.literal('letter-taken-over'), ...ofLetter }),
  z.strictObject({
    type: z.literal('letter-email-stopped'),
    ...ofLetter,
    /** `unknown`: the writer does not know the applicant. */
    why: z.enum(['asked', 'unreachable', 'unknown']),
  }),
] as const;
