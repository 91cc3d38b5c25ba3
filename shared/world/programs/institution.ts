/**
 * A host's visiting rules. Each `…Stated` field is what its page says; the typed fields are what we read from those
 * words by hand, and `readFrom` holds the words. An absent field is unknown; it is never "no".
 */
import * as z from 'zod';
import { validitySchema } from '../hosts/document-kinds.ts';
import { hasSource, type Provenance, provenanceShape, SOURCE_IS_MISSING } from '../provenance.ts';
import { documentKindSchema, modeSchema, routeSchema } from '../vocabulary.ts';
import { teachingSchema } from './teaching.ts';

const stated = z.string().min(1).exactOptional();

/** What a page says, in its words (shortened by whoever read it). */
const statedShape = {
  modeStated: stated,
  internationalStated: stated,
  graduatesStated: stated,
  routeStated: stated,
  feesStated: stated,
  leadTimeStated: stated,
  monthsStated: stated,
  durationStated: stated,
  englishStated: stated,
  examsStated: stated,
  documentsStated: stated,
  insuranceStated: stated,
  visaStated: stated,
  lettersStated: stated,
  irStated: stated,
};

/** Present only where the words leave no doubt. */
const readShape = {
  modes: z.array(modeSchema).min(1).exactOptional(),
  /** `partner-schools`: only schools it names or has an agreement with. `limited`: some departments or few places. */
  acceptsInternational: z.enum(['yes', 'no', 'partner-schools', 'limited']).exactOptional(),
  /** `observer-only`: there are hands-on electives too, but not for graduates. */
  acceptsGraduates: z.enum(['yes', 'no', 'observer-only']).exactOptional(),
  routes: z.array(routeSchema).min(1).exactOptional(),
  /** True: students of schools outside VSLO may register in it for this host. */
  vsloTakesOtherSchools: z.boolean().exactOptional(),
  /** 1 January … 12 December. */
  monthsOpenToInternational: z.array(z.int().min(1).max(12)).min(1).exactOptional(),
  /**
   * Least days between applying and the start. A stated month counts as long as months can be (3 = 92, 4 = 123,
   * 6 = 184 days): a deadline read early is met.
   */
  leadDays: z.int().positive().exactOptional(),
  /** Least days between the last document and the start. */
  documentsLeadDays: z.int().positive().exactOptional(),
  /** All stated fees of one four-week elective, in US dollars; deposits and optional items left out. */
  feeUsd: z.int().positive().exactOptional(),
  requiresEcfmgCertificate: z.boolean().exactOptional(),
  /** False: a rotation here never counts for letters. */
  grantsLetters: z.boolean().exactOptional(),
  /** Visa classes, and the classes of entry without a visa (VWP; WB business, WT tourism). */
  visaClasses: z
    .array(z.enum(['B-1', 'B-2', 'WB', 'WT', 'VWP', 'F-1', 'J-1']))
    .min(1)
    .exactOptional(),
  /** The kinds it states. A visa is left out: whether one is needed lies with the person. */
  requirements: z.array(documentKindSchema).min(1).exactOptional(),
  /** Counted to the rotation's end unless it says otherwise. */
  validityOverrides: z.partialRecord(documentKindSchema, validitySchema).exactOptional(),
};

/** The fields that we read from a page's words. */
export const READ_FIELDS = Object.keys(readShape) as [ReadField, ...ReadField[]];
export type ReadField = keyof typeof readShape;
export const STATED_FIELDS = Object.keys(statedShape) as (keyof typeof statedShape)[];

export const institutionSchema = z
  .strictObject({
    /** Stable: people's rotations hold it. */
    id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, { error: 'is not a slug such as johns-hopkins' }),
    name: z.string().min(1).max(120),
    /** The visiting program that the rules are of. */
    program: z.string().min(1),
    ...readShape,
    ...statedShape,
    readFrom: z
      .partialRecord(z.enum(READ_FIELDS), z.array(z.string().min(1)).min(1))
      .exactOptional(),
    /** Fields whose words stand on an older or second-hand page, or on one written for other students. */
    weakFields: z.array(z.enum(READ_FIELDS)).min(1).exactOptional(),
    /** Signs of a month well taught; each with its own source. */
    teaching: teachingSchema.exactOptional(),
    ...provenanceShape,
    /** The time or edition that the page speaks of. */
    statedFor: z.string().min(1),
    confidence: z.string().min(1),
  })
  .refine(hasSource, SOURCE_IS_MISSING);
export type Institution = z.infer<typeof institutionSchema> & {
  /** Where a field comes from that was corrected since the file was made. */
  readonly corrected?: Readonly<Partial<Record<ReadField, Provenance>>>;
};

/** Where one field of a host comes from: the row's provenance, or `secondary` where the field is weaker than its row. */
export function provenanceOf(host: Institution, field: ReadField): Provenance {
  const corrected = host.corrected?.[field];
  if (corrected) return corrected;
  const { source, checkedOn } = host;
  const isWeak = host.weakFields?.includes(field) ?? false;
  return { source, checkedOn, certainty: isWeak ? 'secondary' : host.certainty };
}
