/** The kinds of document a host may ask for: what each is, who issues it, and how long it counts. */
import * as z from 'zod';

export const DOCUMENT_KINDS = [
  'mmr',
  'varicella',
  'hepatitis-b',
  'tb',
  'influenza',
  'tdap',
  'background-check',
  'drug-screen',
  'health-insurance',
  'malpractice',
  'english',
  'transcript',
  'home-school-letter',
  'step-1',
  'bls',
  'hipaa',
  'mask-fit',
  'passport',
  'visa',
  'esta',
  'cv',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

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
  readonly issuedBy: 'applicant' | 'home-school' | 'host' | 'visa-office';
  /** The default; a host's own rule goes before it. */
  readonly validity: Validity;
  /** Where the default comes from; checked on 2026-11-23. */
  readonly validitySource: string;
}

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

const NO_PERIOD_FOUND = 'no period found in any source';

export const DOCUMENT_FACTS: Readonly<Record<DocumentKind, DocumentFacts>> = {
  mmr: {
    label: 'MMR record or titers',
    explains:
      'Proof that you are immune to measles, mumps, and rubella: two doses or blood titers.',
    issuedBy: 'applicant',
    validity: 'none',
    validitySource: NO_PERIOD_FOUND,
  },
  varicella: {
    label: 'Varicella record or titer',
    explains: 'Proof that you are immune to chickenpox: two doses or a blood titer.',
    issuedBy: 'applicant',
    validity: 'none',
    validitySource: NO_PERIOD_FOUND,
  },
  'hepatitis-b': {
    label: 'Hepatitis B titer',
    explains:
      'The vaccine record and a blood test that measures your antibodies (quantitative titer).',
    issuedBy: 'applicant',
    validity: 'none',
    validitySource: NO_PERIOD_FOUND,
  },
  tb: {
    label: 'TB test',
    explains:
      'A recent blood or skin test for tuberculosis; a positive result also requires a chest X-ray.',
    issuedBy: 'applicant',
    validity: { months: 12 },
    validitySource:
      'Baylor, UCLA, Cleveland Clinic: within 12 months; Baylor counts to the rotation’s end',
  },
  influenza: {
    label: 'Flu shot',
    explains: 'The flu vaccine of the current season, given each fall.',
    issuedBy: 'applicant',
    validity: 'season',
    validitySource: 'UCSF, AAMC immunization form: each season',
  },
  tdap: {
    label: 'Tdap vaccination',
    explains: 'The booster against tetanus, diphtheria, and whooping cough.',
    issuedBy: 'applicant',
    validity: { months: 120 },
    validitySource: 'AAMC immunization form, Baylor: 10 years',
  },
  'background-check': {
    label: 'Background check',
    explains: 'A search of criminal records by the company that the host names.',
    issuedBy: 'applicant',
    validity: { months: 12 },
    validitySource: 'Cleveland Clinic: 1 year',
  },
  'drug-screen': {
    label: 'Drug screen',
    explains: 'A laboratory test for drugs, ordered shortly before the rotation.',
    issuedBy: 'applicant',
    validity: { days: 60, countedTo: 'start' },
    validitySource: 'Jefferson: within 60 days of the start',
  },
  'health-insurance': {
    label: 'Health insurance',
    explains: 'Proof that your own medical costs in the US are covered for the whole rotation.',
    issuedBy: 'applicant',
    validity: 'none',
    validitySource: `${NO_PERIOD_FOUND}; the policy states its own`,
  },
  malpractice: {
    label: 'Malpractice insurance',
    explains:
      'Liability coverage for your work with patients, often 1 million and 3 million dollars, from your school or the host.',
    issuedBy: 'home-school',
    validity: 'none',
    validitySource: `${NO_PERIOD_FOUND}; the policy states its own`,
  },
  english: {
    label: 'English proof',
    explains:
      'A TOEFL, IELTS, or OET result, or a letter from your school, whichever the host asks for.',
    issuedBy: 'applicant',
    validity: { months: 24 },
    validitySource: 'Mayo, UAB, Penn, Pitt: TOEFL or IELTS within 2 years',
  },
  transcript: {
    label: 'Transcript',
    explains: 'The list of your courses and grades, from your medical school.',
    issuedBy: 'home-school',
    validity: 'none',
    validitySource: NO_PERIOD_FOUND,
  },
  'home-school-letter': {
    label: 'Letter from your school',
    explains: 'Your dean confirms that you are a student in good standing, often with your rank.',
    issuedBy: 'home-school',
    validity: 'none',
    validitySource: NO_PERIOD_FOUND,
  },
  'step-1': {
    label: 'USMLE Step 1 result',
    explains: 'The first US licensing examination, passed or not.',
    issuedBy: 'applicant',
    validity: 'none',
    validitySource: NO_PERIOD_FOUND,
  },
  bls: {
    label: 'BLS or ACLS certificate',
    explains: 'Basic or advanced life support, from a course with a practical part.',
    issuedBy: 'applicant',
    validity: { months: 24 },
    validitySource: 'Stanford eligibility page: 2 years',
  },
  hipaa: {
    label: 'HIPAA and safety training',
    explains: 'Online courses on patient privacy (HIPAA) and on blood-borne infection (OSHA).',
    issuedBy: 'applicant',
    validity: { months: 12 },
    validitySource: 'Stanford eligibility page: 12 months',
  },
  'mask-fit': {
    label: 'Mask fit test',
    explains: 'A test that an N95 mask of your size seals on your face.',
    issuedBy: 'applicant',
    validity: { months: 12 },
    validitySource: 'Stanford eligibility page: 12 months',
  },
  passport: {
    label: 'Passport',
    explains: 'Your travel document, which must often be valid for six months after your stay.',
    issuedBy: 'applicant',
    validity: 'none',
    validitySource: `${NO_PERIOD_FOUND}; the passport states its own`,
  },
  visa: {
    label: 'Visa',
    explains: 'The permission to enter the US in the class that the host accepts.',
    issuedBy: 'visa-office',
    validity: 'none',
    validitySource: `${NO_PERIOD_FOUND}; the visa states its own`,
  },
  esta: {
    label: 'ESTA',
    explains: 'The permission to fly to the US without a visa, for citizens of some countries.',
    issuedBy: 'applicant',
    validity: 'none',
    validitySource: `${NO_PERIOD_FOUND}; the approval states its own`,
  },
  cv: {
    label: 'CV',
    explains: 'Your education, work, and research on one or two pages.',
    issuedBy: 'applicant',
    validity: 'none',
    validitySource: NO_PERIOD_FOUND,
  },
};

/** Within a sentence: `flu shot`, `TB test`, `English proof`. */
export function paperName(kind: DocumentKind): string {
  const { label } = DOCUMENT_FACTS[kind];
  return KEEPS_CAPITAL.test(label) ? label : label.slice(0, 1).toLowerCase() + label.slice(1);
}

const KEEPS_CAPITAL = /^(?:[A-Z]{2}|English|Tdap)/;
