/** The kinds of document a host may ask for: what each is, who issues it, and how long it counts. */
import * as z from 'zod';

/** Must cover the rotation's END, or its START where the host says so. `season`: until the next flu season. `none`: only the printed date counts. */
export const validitySchema = z.union([
  z.strictObject({ months: z.int().positive() }),
  z.strictObject({ days: z.int().positive(), countedTo: z.literal('start').exactOptional() }),
  z.literal('season'),
  z.literal('none'),
]);
export type Validity = z.infer<typeof validitySchema>;

interface DocumentFacts {
  /** As a checklist names it. */
  readonly label: string;
  /** One sentence for someone who hears the word for the first time. */
  readonly explains: string;
  readonly issuedBy: 'applicant' | 'home-school' | 'host' | 'visa';
  /** The default; a host's own rule goes before it. */
  readonly validity: Validity;
  /** Where the default comes from; checked on 2026-11-23. */
  readonly validitySource: string;
}

const NO_PERIOD_FOUND = 'no period found in any source';

/** The commonest case: the applicant gets it, and only a printed date ends it. */
const OWN = {
  issuedBy: 'applicant',
  validity: 'none',
  validitySource: NO_PERIOD_FOUND,
} as const;

const FACTS = {
  mmr: {
    ...OWN,
    label: 'MMR record or titers',
    explains:
      'Proof that you are immune to measles, mumps, and rubella: two doses or blood titers.',
  },
  varicella: {
    ...OWN,
    label: 'Varicella record or titer',
    explains: 'Proof that you are immune to chickenpox: two doses or a blood titer.',
  },
  'hepatitis-b': {
    ...OWN,
    label: 'Hepatitis B titer',
    explains:
      'The vaccine record and a blood test that measures your antibodies (quantitative titer).',
  },
  tb: {
    ...OWN,
    label: 'TB test',
    explains:
      'A recent blood or skin test for tuberculosis; a positive result also requires a chest X-ray.',
    validity: { months: 12 },
    validitySource:
      'Baylor, UCLA, Cleveland Clinic: within 12 months; Baylor counts to the rotation’s end',
  },
  influenza: {
    ...OWN,
    label: 'Flu shot',
    explains: 'The flu vaccine of the current season, given each fall.',
    validity: 'season',
    validitySource: 'UCSF, AAMC immunization form: each season',
  },
  tdap: {
    ...OWN,
    label: 'Tdap vaccination',
    explains: 'The booster against tetanus, diphtheria, and whooping cough.',
    validity: { months: 120 },
    validitySource: 'AAMC immunization form, Baylor: 10 years',
  },
  'background-check': {
    ...OWN,
    label: 'Background check',
    explains: 'A search of criminal records by the company that the host names.',
    validity: { months: 12 },
    validitySource: 'Cleveland Clinic: 1 year',
  },
  'drug-screen': {
    ...OWN,
    label: 'Drug screen',
    explains: 'A laboratory test for drugs, ordered shortly before the rotation.',
    validity: { days: 60, countedTo: 'start' },
    validitySource: 'Jefferson: within 60 days of the start',
  },
  'health-insurance': {
    ...OWN,
    label: 'Health insurance',
    explains: 'Proof that your own medical costs in the US are covered for the whole rotation.',
    validitySource: `${NO_PERIOD_FOUND}; the policy states its own`,
  },
  malpractice: {
    ...OWN,
    label: 'Malpractice insurance',
    explains:
      'Liability coverage for your work with patients, often 1 million and 3 million dollars, from your school or the host.',
    issuedBy: 'home-school',
    validitySource: `${NO_PERIOD_FOUND}; the policy states its own`,
  },
  english: {
    ...OWN,
    label: 'English proof',
    explains:
      'A TOEFL, IELTS, or OET result, or a letter from your school, whichever the host asks for.',
    validity: { months: 24 },
    validitySource: 'Mayo, UAB, Penn, Pitt: TOEFL or IELTS within 2 years',
  },
  transcript: {
    ...OWN,
    label: 'Transcript',
    explains: 'The list of your courses and grades, from your medical school.',
    issuedBy: 'home-school',
  },
  'home-school-letter': {
    ...OWN,
    label: 'Letter from your school',
    explains: 'Your dean confirms that you are a student in good standing, often with your rank.',
    issuedBy: 'home-school',
  },
  'step-1': {
    ...OWN,
    label: 'USMLE Step 1 result',
    explains: 'The first US licensing examination, passed or not.',
  },
  bls: {
    ...OWN,
    label: 'BLS or ACLS certificate',
    explains: 'Basic or advanced life support, from a course with a practical part.',
    validity: { months: 24 },
    validitySource: 'Stanford eligibility page: 2 years',
  },
  hipaa: {
    ...OWN,
    label: 'HIPAA and safety training',
    explains: 'Online courses on patient privacy (HIPAA) and on blood-borne infection (OSHA).',
    validity: { months: 12 },
    validitySource: 'Stanford eligibility page: 12 months',
  },
  'mask-fit': {
    ...OWN,
    label: 'Mask fit test',
    explains: 'A test that an N95 mask of your size seals on your face.',
    validity: { months: 12 },
    validitySource: 'Stanford eligibility page: 12 months',
  },
  passport: {
    ...OWN,
    label: 'Passport',
    explains: 'Your travel document, which must often be valid for six months after your stay.',
    validitySource: `${NO_PERIOD_FOUND}; the passport states its own`,
  },
  visa: {
    ...OWN,
    label: 'Visa',
    explains: 'The permission to enter the US in the class that the host accepts.',
    issuedBy: 'visa',
    validitySource: `${NO_PERIOD_FOUND}; the visa states its own`,
  },
  esta: {
    ...OWN,
    label: 'ESTA',
    explains: 'The permission to fly to the US without a visa, for citizens of some countries.',
    validitySource: `${NO_PERIOD_FOUND}; the approval states its own`,
  },
  cv: {
    ...OWN,
    label: 'CV',
    explains: 'Your education, work, and research on one or two pages.',
  },
} as const satisfies Readonly<Record<string, DocumentFacts>>;

export type DocumentKind = keyof typeof FACTS;
export const DOCUMENT_FACTS: Readonly<Record<DocumentKind, DocumentFacts>> = FACTS;
export const DOCUMENT_KINDS = Object.keys(FACTS) as [DocumentKind, ...DocumentKind[]];

/** What the guide lists for every US rotation (G14). A drug screen is "and/or" there, so it is asked for only where a host states it. */
export const DEFAULT_CHECKLIST: readonly DocumentKind[] = [
  'mmr',
  'varicella',
  'hepatitis-b',
  'tb',
  'influenza',
  'background-check',
  'health-insurance',
  'english',
  'malpractice',
];

/** Within a sentence: `flu shot`, `TB test`, `English proof`. */
export function paperName(kind: DocumentKind): string {
  const { label } = DOCUMENT_FACTS[kind];
  return KEEPS_CAPITAL.test(label) ? label : label.slice(0, 1).toLowerCase() + label.slice(1);
}

const KEEPS_CAPITAL = /^(?:[A-Z]{2}|English|Tdap)/;
