/** A host's offering: cells hold what its page says, `read` what gates, dates, fees, and papers use. Absent is unknown, never "no". */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import { documentKindSchema } from '#shared/world/vocabulary.ts';
import { validitySchema } from './document-kinds.ts';
import { FURTHER_FIELDS } from './further-words.ts';
import { hostDateSchema, openingSchema, termSchema } from './host-date.ts';

const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'is not a slug such as johns-hopkins' });
const words = z.string().min(1).max(400);
const cell = z.array(words).min(1).exactOptional();
const usd = z.number().nonnegative().max(100_000);

const offeringModeSchema = z.enum(['hands-on', 'observer', 'research', 'unclear']);

/** The columns whose cells are shown in the page's words. */
export const statedShape = {
  studentsCondition: cell,
  graduatesCondition: cell,
  citizenship: cell,
  departments: cell,
  opens: cell,
  deadline: cell,
  months: cell,
  decision: cell,
  maxLength: cell,
  tuition: cell,
  feeNotes: cell,
  english: cell,
  exams: cell,
  papersWithApplication: cell,
  papersAfterAcceptance: cell,
  health: cell,
  insurance: cell,
  visa: cell,
};

const feeSchema = z.strictObject({
  kind: z.enum(['application', 'tuition', 'administration', 'deposit']),
  usd,
  /** `once`, or what one amount pays for. */
  per: z.union([
    z.literal('once'),
    z.literal('elective'),
    z.literal('month'),
    z.strictObject({ weeks: z.int().positive().max(52) }),
  ]),
  /** Whom it applies to, in the page's words; absent if to all. */
  for: words.exactOptional(),
});

/** Entry to the US as hosts name it: visa classes, and entry without one (ESTA; WB business, WT tourism). */
export const visaClassSchema = z.enum([
  'B-1',
  'B-2',
  'WB',
  'WT',
  'ESTA',
  'F-1',
  'F-2',
  'H-1B',
  'H-4',
  'J-1',
  'J-2',
  'L-2',
  'O-3',
  'green-card',
  'EAD',
]);
export type VisaClass = z.infer<typeof visaClassSchema>;

export const ENGLISH_TESTS = {
  toefl: 'TOEFL',
  'toefl-speaking': 'TOEFL speaking',
  'toefl-paper': 'paper TOEFL',
  ielts: 'IELTS',
  oet: 'OET',
  'oet-writing': 'OET writing',
  duolingo: 'Duolingo',
} as const;
export type EnglishTest = keyof typeof ENGLISH_TESTS;
const testSchema = z.enum(Object.keys(ENGLISH_TESTS) as [EnglishTest, ...EnglishTest[]]);

/** English tests with the least score that a page names. */
const englishSchema = z.strictObject({
  /** `if-not-native`: only where the school does not teach in English, or English is not the first language. */
  asked: z.enum(['always', 'if-not-native']),
  minimum: z.partialRecord(testSchema, z.number().positive()).exactOptional(),
  validMonths: z.int().positive().exactOptional(),
});

/** Present only where the words leave no doubt. */
export const readShape = {
  opens: z.array(hostDateSchema).min(1).exactOptional(),
  deadline: z.array(hostDateSchema).min(1).exactOptional(),
  /** The last day for papers or onboarding after acceptance. */
  documents: z.array(hostDateSchema).min(1).exactOptional(),
  /** The last day for the host's fee. */
  payment: z.array(hostDateSchema).min(1).exactOptional(),
  /** The last day for the agreement between the schools. */
  affiliation: z.array(hostDateSchema).min(1).exactOptional(),
  /** The day by which the host answers. */
  decision: z.array(hostDateSchema).min(1).exactOptional(),
  offerTerm: termSchema.exactOptional(),
  paymentTerm: termSchema.exactOptional(),
  opening: z.array(openingSchema).min(1).exactOptional(),
  /** Weeks of one stay. */
  weeksEach: z
    .strictObject({
      min: z.number().positive().exactOptional(),
      max: z.number().positive().exactOptional(),
    })
    .exactOptional(),
  weeksInAllMax: z.number().positive().exactOptional(),
  electivesMax: z.int().positive().exactOptional(),
  /** The number of electives is for a lifetime, not a year. */
  electivesInLifetime: z.literal(true).exactOptional(),
  fees: z.array(feeSchema).min(1).exactOptional(),
  english: englishSchema.exactOptional(),
  /** `before-applying` where the page says so, else before the start. */
  step1: z.enum(['before-applying', 'before-start']).exactOptional(),
  step2: z.enum(['before-applying', 'before-start']).exactOptional(),
  ecfmgCertificate: z.enum(['required', 'not-asked']).exactOptional(),
  graduatedWithinYears: z.int().positive().exactOptional(),
  /** Not for people who want a US residency or fellowship. */
  refusesResidencySeekers: z.literal(true).exactOptional(),
  finalYearOnly: z.literal(true).exactOptional(),
  /** `members`: only students of VSLO schools. `others-may-register`: other schools may register in it for this host. */
  vslo: z.enum(['members', 'others-may-register']).exactOptional(),
  /** Schools that it names, as it writes them. */
  schools: z.array(words).min(1).exactOptional(),
  /** `us-only`: citizens and permanent residents. `ask-if-us`: the page is in doubt about citizens. `by-nationality`: always a question. */
  citizens: z
    .enum(['any', 'us-only', 'ask-if-us', 'by-nationality', 'us-visa-in-hand'])
    .exactOptional(),
  visaAccepted: z.array(visaClassSchema).min(1).exactOptional(),
  visaRefused: z.array(visaClassSchema).min(1).exactOptional(),
  /** The classes for which the host issues the form (I-20, DS-2019): the visa waits for it. */
  visaIssued: z.array(visaClassSchema).min(1).exactOptional(),
  papersWithApplication: z.array(documentKindSchema).min(1).exactOptional(),
  papersAfterAcceptance: z.array(documentKindSchema).min(1).exactOptional(),
  /** Counted to the rotation's end unless it says otherwise. */
  validity: z.partialRecord(documentKindSchema, validitySchema).exactOptional(),
  /** Flu shots only for rotations in these months. */
  influenzaMonths: z.array(z.int().min(1).max(12)).min(1).exactOptional(),
};

/** A fact from another page of the host. Undated, or older than five years, it is a hint: shown with that word, never judged by. */
const furtherFactSchema = z.strictObject({
  /** The column it is about. */
  field: z.enum(FURTHER_FIELDS),
  text: words,
  sources: z.array(z.url({ error: 'is not an address' })).min(1),
  /** The date or edition of that page, or `undated`. */
  stated: z.string().min(1),
  /** The last year that `stated` names. */
  lastYear: z.int().min(2000).max(2100).exactOptional(),
  relation: z.enum(['fills', 'adds', 'contradicts']),
  note: words.exactOptional(),
});

export const offeringSchema = z.strictObject({
  /** Stable: people's rotations hold it. */
  id: slugSchema,
  hostId: slugSchema,
  institution: words,
  city: words.exactOptional(),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'is not a two-letter state code' })
    .exactOptional(),
  name: words,
  mode: offeringModeSchema,
  /** May enrolled students of schools outside the US come? */
  students: z.enum(['yes', 'partners-only', 'named-schools', 'no']).exactOptional(),
  /** `trained-only`: trained, employed, or in training abroad. */
  graduates: z.enum(['yes', 'trained-only', 'no']).exactOptional(),
  radiology: z.enum(['yes', 'no']).exactOptional(),
  interventional: z.enum(['yes', 'no']).exactOptional(),
  routes: z
    .array(
      z.enum([
        'vslo',
        'own-application',
        'email',
        'paper',
        'partner',
        'department',
        'sponsor-first',
      ]),
    )
    .min(1)
    .exactOptional(),
  contactRule: z
    .enum(['office-only', 'department-first', 'sponsor-first', 'no-contact'])
    .exactOptional(),
  /** Pages and office mailboxes, never a person's. */
  applyAt: cell,
  letters: z.enum(['yes', 'no', 'evaluation-only']).exactOptional(),
  status: z.enum(['open', 'paused', 'closed']).exactOptional(),
  ...statedShape,
  read: z.strictObject(readShape).exactOptional(),
  further: z.array(furtherFactSchema).min(1).exactOptional(),
  notes: words.exactOptional(),
  statedFor: words.exactOptional(),
  sources: z.array(z.url({ error: 'is not an address' })).min(1),
  confidence: z.enum(['high', 'medium']),
  /** The day the page was copied; absent where it was not recorded. */
  checkedOn: daySchema.exactOptional(),
  acgmeCodes: z
    .array(z.string().regex(/^\d{10}$/, { error: 'is not an ACGME code of ten digits' }))
    .min(1)
    .exactOptional(),
  domains: z.array(z.string().min(1)).min(1),
});
export type Offering = z.infer<typeof offeringSchema>;
