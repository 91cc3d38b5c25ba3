/**
 * A host and its rules for visiting students. `…Stated` fields keep the source's own words; the others are derived from
 * those words by hand, and only where they leave no doubt. Absent is unknown, never "no".
 */
import * as z from 'zod';
import { DOCUMENT_KINDS } from '../documents/kinds.ts';
import { provenance } from '../provenance.ts';
import { idSchema } from '../text.ts';

const stated = z.string().min(1).exactOptional();
const days = z.int().min(0).max(730).exactOptional();
const validity = z.union([
  z.strictObject({ months: z.int().positive() }),
  z.strictObject({ days: z.int().positive() }),
]);

export const institutionSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  programme: stated,
  modes: z.array(z.enum(['hands-on', 'observership'])).exactOptional(),
  acceptsInternational: z.enum(['yes', 'limited', 'partner-schools', 'no']).exactOptional(),
  acceptsGraduates: z.enum(['yes', 'no']).exactOptional(),
  routes: z.array(z.enum(['vslo', 'institution', 'paid', 'observership'])).exactOptional(),
  /** Months, 1 to 12, in which international students may rotate. */
  monthsOpenToInternational: z.array(z.int().min(1).max(12)).exactOptional(),
  /** Days before the start by which an application must be in. */
  leadDays: days,
  /** Days before the start by which documents must be in. */
  documentsLeadDays: days,
  /** US dollars for four weeks. */
  feeUsd: z.number().min(0).exactOptional(),
  grantsLetters: z.boolean().exactOptional(),
  visaClasses: z.array(z.enum(['B-1', 'B-2', 'WB', 'WT', 'F-1', 'J-1'])).exactOptional(),
  requirements: z.array(z.enum(DOCUMENT_KINDS)).exactOptional(),
  /** The host's own validity of a document, counted to the rotation's END. */
  validityOverrides: z.partialRecord(z.enum(DOCUMENT_KINDS), validity).exactOptional(),
  modeStated: stated,
  internationalStated: stated,
  graduatesStated: stated,
  routeStated: stated,
  feesStated: stated,
  leadStated: stated,
  monthsStated: stated,
  longestStated: stated,
  englishStated: stated,
  examsStated: stated,
  healthStated: stated,
  insuranceStated: stated,
  visaStated: stated,
  lettersStated: stated,
  irStated: stated,
  statedFor: stated,
  ...provenance,
  confidence: z.string().min(1),
});
export type Institution = z.infer<typeof institutionSchema>;
