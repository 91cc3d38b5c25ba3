/** Every correctable field of a host, grouped as readers look for them: forms, sheets, history, and gates read this. */
import { DOCUMENT_FACTS, DOCUMENT_KINDS } from '../hosts/document-kinds.ts';
import { FURTHER_WORDS } from '../hosts/further-words.ts';
import { ENGLISH_TESTS, statedShape, visaClassSchema } from '../hosts/offering.ts';
import { SIGN_QUESTIONS, TEACHING_SIGNS, type TeachingSign } from '../programs/teaching.ts';
import type { Cell } from './cell-kinds.ts';
import { cell } from './cells.ts';

export const YES_NO = { yes: 'yes', no: 'no' };
const yesNo = { choices: YES_NO };
const exam = {
  choices: { 'before-applying': 'before applying', 'before-start': 'before the start' },
};
const visas = { choices: Object.fromEntries(visaClassSchema.options.map((each) => [each, each])) };
const papers = {
  choices: Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, DOCUMENT_FACTS[kind].label])),
};
const months = {
  choices: Object.fromEntries(
    'January February March April May June July August September October November December'
      .split(' ')
      .map((month, index) => [String(index + 1), month]),
  ),
};

/** Read from the page’s words, under its own name where none is given. */
const read = (kind: Cell['kind'], label: string, more: Partial<Cell> = {}, as = '') =>
  cell(`read.${as}`, kind, label, more);

type Column = keyof typeof statedShape;
type Words = `${Column}Words`;
/** Letters are a column of each offering, which plans count by. */
type Sign = Exclude<TeachingSign, 'letters'>;

/** The page’s own words, which people read beside what we read from them. */
const WORDS = Object.fromEntries(
  (Object.keys(statedShape) as Column[]).map((column) => [
    `${column}Words`,
    cell(column, 'words', `${FURTHER_WORDS[column]}, in the page’s words`),
  ]),
) as Record<Words, Cell>;
const ENGLISH = Object.fromEntries(
  Object.entries(ENGLISH_TESTS).map(([test, name]) => [
    test,
    cell(`read.english.minimum.${test}`, 'score', `${name}, lowest score`),
  ]),
) as Record<keyof typeof ENGLISH_TESTS, Cell>;
const SIGNS = Object.fromEntries(
  TEACHING_SIGNS.filter((sign) => sign !== 'letters').map((sign) => [
    sign,
    cell(`sign.${sign}`, 'one', SIGN_QUESTIONS[sign], yesNo),
  ]),
) as Record<Sign, Cell>;

export const HOST_GROUPS = {
  'The offering itself': {
    offering: cell('name', 'line', 'name of the offering'),
    mode: cell('mode', 'one', 'visitors are', {
      choices: {
        'hands-on': 'hands-on',
        observer: 'observers',
        research: 'doing research',
        unclear: 'not known',
      },
    }),
    city: cell('city', 'line', 'city'),
    state: cell('state', 'state', 'state'),
    domain: cell('domains', 'domain', 'a web domain of its own'),
    statedFor: cell('statedFor', 'line', 'the year or edition its page covers'),
    notes: cell('notes', 'line', 'notes'),
  },
  'Who may come': {
    students: cell('students', 'one', 'students of schools outside the US', {
      choices: {
        yes: 'may come',
        'partners-only': 'only from partner schools',
        'named-schools': 'only from the schools it names',
        no: 'may not come',
      },
    }),
    schools: read('words', 'the schools it names'),
    graduates: cell('graduates', 'one', 'graduates', {
      choices: {
        yes: 'may come',
        'trained-only': 'only if trained or in training',
        no: 'may not come',
      },
    }),
    graduatedWithinYears: read('number', 'maximum years since graduation'),
    refusesResidencySeekers: read('flag', 'is not open to people who want a US residency', yesNo),
    finalYearOnly: read('flag', 'final-year students only', yesNo),
    citizens: cell('read.citizens', 'one', 'citizenship', {
      choices: {
        any: 'any',
        'us-only': 'US citizens and permanent residents only',
        'ask-if-us': 'ask, if a US citizen',
        'by-nationality': 'by nationality, as its page says',
        'us-visa-in-hand': 'a US visa in hand',
      },
    }),
    radiology: cell('radiology', 'one', 'diagnostic radiology is open to visitors', yesNo),
    interventional: cell(
      'interventional',
      'one',
      'interventional radiology is open to visitors',
      yesNo,
    ),
  },
  'How to apply': {
    status: cell('status', 'one', 'takes applications', {
      choices: { open: 'yes', paused: 'paused', closed: 'no longer' },
    }),
    routes: cell('routes', 'several', 'how visitors apply', {
      choices: {
        vslo: 'VSLO',
        'own-application': 'its own application',
        email: 'by email',
        paper: 'on paper',
        partner: 'through a partner school',
        department: 'through the department',
        'sponsor-first': 'a sponsor there first',
      },
    }),
    vslo: cell('read.vslo', 'one', 'VSLO takes', {
      choices: {
        members: 'students of VSLO schools only',
        'others-may-register': 'students of other schools, too',
      },
    }),
    contactRule: cell('contactRule', 'one', 'whom to contact first', {
      choices: {
        'office-only': 'only the visiting student office',
        'department-first': 'the department',
        'sponsor-first': 'a sponsor in the department',
        'no-contact': 'no one: the host writes first',
      },
    }),
    applyAt: cell('applyAt', 'addresses', 'where to apply'),
  },
  Dates: {
    opens: read('date', 'day applications open'),
    leadDays: read('days', 'last day to apply', {}, 'deadline'),
    decision: read('date', 'day by which it answers'),
    offerTerm: read('term', 'how long an offer is held'),
    affiliation: read('days', 'deadline for the affiliation agreement'),
    documentsLeadDays: read('days', 'last day for documents', {}, 'documents'),
    payment: read('days', 'last day to pay'),
    paymentTerm: read('term', 'how long the applicant has to pay'),
  },
  'Months and length': {
    months: cell('opening.openMonths', 'months', 'months in which visitors may come', months),
    blockStarts: cell('opening.blockStarts', 'blocks', 'first days of its blocks'),
    startsOn: cell('opening.startsOn', 'weekday', 'weekday on which rotations start'),
    closedDays: cell('opening.closedDays', 'each-year', 'closed every year'),
    between: cell('opening.between', 'period', 'visitors come only between'),
    weeksMin: cell('read.weeksEach.min', 'score', 'minimum weeks per rotation', {
      range: [0.1, 52],
    }),
    weeksMax: read('score', 'maximum weeks per rotation', {}, 'weeksEach.max'),
    weeksInAllMax: read('score', 'maximum weeks in all'),
    electivesMax: read('number', 'maximum electives'),
    electivesInLifetime: read('flag', 'elective limit is for a lifetime', yesNo),
  },
  Fees: {
    applicationFee: cell('fees.application', 'usd', 'application fee'),
    administrationFee: cell('fees.administration', 'usd', 'administration fee'),
    tuitionFee: cell('fees.tuition', 'usd', 'tuition for four weeks'),
    deposit: cell('fees.deposit', 'usd', 'deposit'),
  },
  'Exams and English': {
    step1: read('one', 'Step 1 passed', exam),
    step2: read('one', 'Step 2 passed', exam),
    ecfmgCertificate: cell('read.ecfmgCertificate', 'one', 'ECFMG certificate', {
      choices: { required: 'required', 'not-asked': 'not asked for' },
    }),
    englishAsked: cell('read.english.asked', 'one', 'English test', {
      choices: { always: 'always', 'if-not-native': 'if English is not the first language' },
    }),
    ...ENGLISH,
    englishValidMonths: read(
      'number',
      'months an English test is valid',
      {},
      'english.validMonths',
    ),
  },
  Visa: {
    visaAccepted: read('several', 'visa classes it accepts', visas),
    visaRefused: read('several', 'visa classes it refuses', visas),
    visaIssued: read('several', 'visa classes for which it issues forms', visas),
  },
  Papers: {
    papersWithApplication: read('several', 'papers with the application', papers),
    papersAfterAcceptance: read('several', 'papers after acceptance', papers),
    validity: read('validity', 'how long each paper is valid', papers),
    influenzaMonths: read('months', 'months with a flu shot', months),
  },
  'Letters and teaching': {
    letters: cell('letters', 'one', 'letters of recommendation', {
      choices: {
        yes: 'are possible',
        'evaluation-only': 'writes an evaluation, no letter',
        no: 'are not given',
      },
    }),
    ...SIGNS,
  },
  'The page’s words': WORDS,
};

type Groups = typeof HOST_GROUPS;
export type HostField = { [Of in keyof Groups]: keyof Groups[Of] }[keyof Groups];
export const HOST_CELLS = Object.fromEntries(
  Object.values(HOST_GROUPS)
    .flatMap((cells) => Object.entries<Cell>(cells))
    .map(([name, of]) => [name, of.at === 'read.' ? { ...of, at: `read.${name}` } : of]),
) as Readonly<Record<HostField, Cell>>;
export const HOST_FIELDS = Object.keys(HOST_CELLS) as [HostField, ...HostField[]];

export function isSign(field: HostField): boolean {
  return HOST_CELLS[field].at.startsWith('sign.');
}
