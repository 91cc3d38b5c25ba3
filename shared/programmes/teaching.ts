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

export const teachingSchema = z.partialRecord(
  z.enum(TEACHING_SIGNS),
  z
    .strictObject({
      answer: z.enum(['yes', 'no']),
      stated: z.string().min(1).exactOptional(),
      ...provenanceShape,
    })
    .refine(hasSource, SOURCE_IS_MISSING),
);
