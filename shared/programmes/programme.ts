/** A residency programme: integrated IR or diagnostic radiology. Absent fields are unknown, never "no". */
import * as z from 'zod';
import { provenance } from '../provenance.ts';
import { idSchema } from '../text.ts';

const stated = z.string().min(1).exactOptional();
const acgmeCode = z.string().regex(/^\d{10}$/, { error: 'is not an ACGME code of ten digits' });

export const programmeSchema = z.strictObject({
  code: acgmeCode,
  kind: z.enum(['integrated-ir', 'dr']),
  name: z.string().min(1),
  city: z.string().min(1),
  state: z.string().regex(/^[A-Z]{2}$/, { error: 'is not a two-letter state' }),
  /** The IR or DR programme of the same institution, matched by name and city. */
  pairedCode: acgmeCode.exactOptional(),
  pairing: stated,
  /** Known only where a page says so: "yes" or unknown. */
  esir: z.literal('yes').exactOptional(),
  esirStated: stated,
  esirSlots: stated,
  esirStatedFor: stated,
  esirSource: stated,
  j1: stated,
  h1b: stated,
  visaScope: stated,
  visaSource: stated,
  irElectiveUrl: stated,
  visitingPolicy: stated,
  visitingSource: stated,
  visitingStatedFor: stated,
  /** The ERAS season whose list named it. */
  listedFor: z.string().min(1),
  /** The host whose visiting rules we know. */
  institutionId: idSchema.exactOptional(),
  ...provenance,
  confidence: z.string().min(1),
  note: stated,
});
export type Programme = z.infer<typeof programmeSchema>;
