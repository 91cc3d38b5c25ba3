/** A residency program, integrated IR or DR, as the AAMC's list of ERAS 2026 names it. Absent means unknown, never "no". */
import * as z from 'zod';
import { hasSource, type Provenance, provenanceShape, SOURCE_IS_MISSING } from '../provenance.ts';
import type { Esir, ProgramFact, Sponsored } from './program-fact.ts';

const codeSchema = z.string().regex(/^\d{10}$/, { error: 'is not an ACGME code of ten digits' });
const words = z.string().min(1);

/** What its institution says of visiting students from abroad, in short; the rules are in `hosts/offerings.json`. */
const visitingSchema = z
  .strictObject({
    policy: words,
    irElectiveUrl: z.url({ error: 'is not an address' }).exactOptional(),
    statedFor: words,
    ...provenanceShape,
  })
  .refine(hasSource, SOURCE_IS_MISSING);

export const programSchema = z
  .strictObject({
    /** ACGME code. */
    code: codeSchema,
    name: words,
    kind: z.enum(['integrated-ir', 'dr']),
    city: words,
    state: z.string().regex(/^[A-Z]{2}$/, { error: 'is not a two-letter state code' }),
    /** The program of the other kind at the same institution; derived, `pairingBasis` says how. */
    pairedCode: codeSchema.exactOptional(),
    pairingBasis: words.exactOptional(),
    visiting: visitingSchema.exactOptional(),
    note: words.exactOptional(),
    /** Match season of the list that the row was taken from. */
    listSeason: z.int(),
    confidence: words,
    ...provenanceShape,
  })
  .refine(hasSource, SOURCE_IS_MISSING)
  .refine(
    ({ pairedCode, pairingBasis }) => (pairedCode === undefined) === (pairingBasis === undefined),
    { error: 'must be given with pairedCode, and only then', path: ['pairingBasis'] },
  );
export type Program = z.infer<typeof programSchema> & {
  /** The host that names the program's ACGME code. */
  readonly institutionId?: string;
  /** What pages say about it, as the product ships. */
  readonly facts?: readonly ProgramFact[];
  /** What two advisors checked: it takes precedence over the facts. */
  readonly esir?: Esir;
  readonly visa?: Sponsored;
  /** Who came from schools abroad. The numbers are small: a count with its year, never a rate. */
  readonly imgResidents?: Provenance & Record<'img' | 'residents' | 'year', number>;
};

/** How pages and gates describe a program's H-1B visas for residents. */
export const H1B_WORDS = {
  yes: 'yes',
  no: 'no',
  conditional: 'under conditions',
  'us-graduates-only': 'for US graduates only',
  used: 'seen in the employer’s filings',
} as const;
