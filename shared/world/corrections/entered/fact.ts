/** A fact about a host or program that an advisor found: proposed with its source, confirmed by another advisor. */
import * as z from 'zod';
import { idSchema, lineSchema, wholeNumberOf } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import { SIGN_QUESTIONS, TEACHING_SIGNS } from '../../programs/teaching.ts';
import { certaintySchema } from '../../provenance.ts';
import { unconfirmedSchema } from '../unconfirmed.ts';

/** What is asked of a residency program; the teaching signs are asked of a host. */
const PROGRAM_FACTS = ['esir', 'visa-j1', 'visa-h1b', 'img-residents'] as const;
export const FACT_NAMES = [...TEACHING_SIGNS, ...PROGRAM_FACTS] as const;
type FactName = (typeof FACT_NAMES)[number];

export const FACT_QUESTIONS: Readonly<Record<FactName, string>> = {
  ...SIGN_QUESTIONS,
  esir: 'Does the DR residency offer early specialization in IR (ESIR)?',
  'visa-j1': 'Does it sponsor J-1 visas for residents?',
  'visa-h1b': 'Does it sponsor H-1B visas for residents?',
  'img-residents': 'How many of its residents graduated abroad?',
};

export function isOfProgram(name: FactName): name is (typeof PROGRAM_FACTS)[number] {
  return (PROGRAM_FACTS as readonly string[]).includes(name);
}

const countSchema = z
  .strictObject({
    img: wholeNumberOf(0, 500),
    residents: wholeNumberOf(1, 500),
    year: wholeNumberOf(2000, 2100),
  })
  .refine(({ img, residents }) => img <= residents, {
    error: 'is more than there are residents',
    path: ['img'],
  });

/** What an advisor entered: a count for IMG residents, yes or no for everything else. */
export const statementSchema = z
  .strictObject({
    /** A host's id or a program's ACGME code. */
    subject: idSchema,
    name: z.enum(FACT_NAMES),
    answer: z.enum(['yes', 'no']).exactOptional(),
    count: countSchema.exactOptional(),
    /** A page’s address, or the name of a contact. */
    source: lineSchema,
    /** The day it was read or heard. */
    checkedOn: daySchema,
    certainty: certaintySchema.extract(['official', 'secondary']),
  })
  .refine(({ name, answer }) => (name === 'img-residents') === (answer === undefined), {
    error: 'is needed, and for IMG residents a count instead',
    path: ['answer'],
  })
  .refine(({ name, count }) => (name === 'img-residents') === (count !== undefined), {
    error: 'is needed for IMG residents, and only there',
    path: ['count'],
  });
export type Statement = z.infer<typeof statementSchema>;

export const enteredFactSchema = z.strictObject({
  id: idSchema,
  statement: statementSchema,
  proposedBy: idSchema,
  proposedAt: instantSchema,
  /** Absent once an advisor who shares no cohort with the proposer confirmed it: from then on it applies to everyone. */
  unconfirmed: unconfirmedSchema.exactOptional(),
  /** Absent until somebody else reviewed it; until then it has no effect. */
  reviewedBy: idSchema.exactOptional(),
  reviewedAt: instantSchema.exactOptional(),
});
export type EnteredFact = z.infer<typeof enteredFactSchema>;
