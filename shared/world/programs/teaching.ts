/** The signs by which the guide recognizes a rotation that teaches: each "yes" or "no" with its source, or unknown. */
import * as z from 'zod';
import { hasSource, provenanceShape, SOURCE_IS_MISSING } from '../provenance.ts';

/** In the guide's order, "How to evaluate IR rotation quality before you apply": each as a question for a coordinator. */
export const SIGN_QUESTIONS = {
  'scrub-in': 'Do visiting students scrub in on procedures?',
  'presents-cases': 'Do they present cases at IR rounds or tumor board?',
  supervision: 'Are they supervised and taught directly by attendings or fellows?',
  curriculum: 'Is there a student curriculum or handbook?',
  mentor: 'Is each student given a mentor or faculty advisor?',
  conferences: 'Are there regular teaching conferences?',
  'case-mix': 'Do they see vascular, oncologic, and nonvascular cases?',
  letters: 'Can attendings write letters of recommendation for visiting students?',
  'former-rotators': 'Would former visiting students speak with an applicant?',
};

type TeachingSign = keyof typeof SIGN_QUESTIONS;
export const TEACHING_SIGNS = Object.keys(SIGN_QUESTIONS) as [TeachingSign, ...TeachingSign[]];

/** Each as the label of a cell: a yes or no follows. Letters are a cell of each offering. */
export const SIGN_LABELS: Readonly<Record<Exclude<TeachingSign, 'letters'>, string>> = {
  'scrub-in': 'visiting students scrub in on procedures',
  'presents-cases': 'visiting students present cases at IR rounds or tumor board',
  supervision: 'attendings or fellows supervise and teach directly',
  curriculum: 'student curriculum or handbook',
  mentor: 'mentor or faculty advisor for each student',
  conferences: 'regular teaching conferences',
  'case-mix': 'vascular, oncologic, and nonvascular cases',
  'former-rotators': 'former visiting students speak with applicants',
};

const teachingSchema = z.partialRecord(
  z.enum(TEACHING_SIGNS),
  z
    .strictObject({
      answer: z.enum(['yes', 'no']),
      stated: z.string().min(1).exactOptional(),
      ...provenanceShape,
    })
    .refine(hasSource, SOURCE_IS_MISSING),
);
export type Teaching = z.infer<typeof teachingSchema>;
