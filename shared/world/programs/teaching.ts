/** The signs by which the guide tells a rotation that teaches: each "yes" or "no" with its source, or unknown. */
import * as z from 'zod';
import { hasSource, provenanceShape, SOURCE_IS_MISSING } from '../provenance.ts';

/** In the guide's order, "How to evaluate IR rotation quality before you apply". */
export const TEACHING_SIGNS = [
  'scrub-in',
  'presents-cases',
  'supervision',
  'curriculum',
  'mentor',
  'conferences',
  'case-mix',
  'letters',
  'former-rotators',
] as const;

export type TeachingSign = (typeof TEACHING_SIGNS)[number];

/** Each as a question that a coordinator can answer with yes or no. */
export const SIGN_QUESTIONS: Readonly<Record<TeachingSign, string>> = {
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
