/** Every correctable field of a host, grouped as readers look for them: forms, sheets, history, and gates read this. */
import { DOCUMENT_FACTS, DOCUMENT_KINDS } from '../hosts/document-kinds.ts';
import { FURTHER_WORDS } from '../hosts/further-words.ts';
import { ENGLISH_TESTS, statedShape, visaClassSchema } from '../hosts/offering.ts';
import { SIGN_LABELS } from '../programs/teaching.ts';
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

/** What plans compute with, read from the page’s words. */
const read = (name: string, kind: Cell['kind'], label: string, more: Partial<Cell> = {}) =>
  cell(`read.${name}`, kind, label, more);

type Column = keyof typeof statedShape;
type Words = `${Column}Words`;

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
    read(`english.minimum.${test}`, 'score', `minimum ${name} score`),
  ]),
) as Record<keyof typeof ENGLISH_TESTS, Cell>;
const SIGNS = Object.fromEntries(
  Object.entries(SIGN_LABELS).map(([sign, label]) => [
    sign,
    cell(`sign.${sign}`, 'one', label, yesNo),
  ]),
) as Record<keyof typeof SIGN_LABELS, Cell>;

export const HOST_GROUPS = {
  'The offering itself': {
    offering: cell('name', 'line', 'name of the offering'),
    mode: cell('mode', 'one', 'role of visitors', {
      choices: {
        'hands-on': 'hands-on',
        observer: 'observer',
        research: 'research',
        unclear: 'not known',
      },
    }),
    city: cell('city', 'line', 'city'),
    state: cell('state', 'state', 'state'),
    domain: cell('domains', 'domain', 'its own web domain'),
    statedFor: cell('statedFor', 'line', 'year or edition of its page'),
    notes: cell('notes', 'line', 'notes'),
  },
  'Who may come': {
    students: cell('students', 'one', 'students of schools outside the US', {
      choices: {
        yes: 'accepted',
        'partners-only': 'accepted only from partner schools',
        'named-schools': 'accepted only from the schools it names',
        no: 'not accepted',
      },
    }),
    schools: read('schools', 'words', 'schools it names'),
    graduates: cell('graduates', 'one', 'graduates', {
      choices: {
        yes: 'accepted',
        'trained-only': 'accepted only if trained or in training',
        no: 'not accepted',
      },
    }),
    graduatedWithinYears: read('graduatedWithinYears', 'number', 'maximum years since graduation'),
    refusesResidencySeekers: read(
      'refusesResidencySeekers',
      'flag',
      'closed to people who want a US residency',
      yesNo,
    ),
    finalYearOnly: read('finalYearOnly', 'flag', 'final-year students only', yesNo),
    citizens: read('citizens', 'one', 'citizenship', {
      choices: {
        any: 'any',
        'us-only': 'US citizens and permanent residents only',
        'ask-if-us': 'US citizens have to ask',
        'by-nationality': 'depends on nationality, as its page says',
        'us-visa-in-hand': 'a US visa in hand is required',
      },
    }),
    radiology: cell('radiology', 'one', 'diagnostic radiology open to visitors', yesNo),
    interventional: cell(
      'interventional',
      'one',
      'interventional radiology open to visitors',
      yesNo,
    ),
  },
  'How to apply': {
    status: cell('status', 'one', 'accepting applications', {
      choices: { open: 'yes', paused: 'paused', closed: 'no longer' },
    }),
    routes: cell('routes', 'several', 'how to apply', {
      choices: {
        vslo: 'through VSLO',
        'own-application': 'through its own application',
        email: 'by email',
        paper: 'on paper',
        partner: 'through a partner school',
        department: 'through the department',
        'sponsor-first': 'with a sponsor there first',
      },
    }),
    vslo: read('vslo', 'one', 'who can use VSLO', {
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
    opens: read('opens', 'date', 'first day to apply'),
    leadDays: read('deadline', 'date', 'last day to apply'),
    decision: read('decision', 'date', 'day by which it answers'),
    offerTerm: read('offerTerm', 'term', 'how long an offer is held'),
    affiliation: read('affiliation', 'days', 'last day for the affiliation agreement'),
    documentsLeadDays: read('documents', 'days', 'last day for documents'),
    payment: read('payment', 'days', 'last day to pay'),
    paymentTerm: read('paymentTerm', 'term', 'time allowed for payment'),
  },
  'Months and length': {
    months: cell('opening.openMonths', 'months', 'months open to visitors', months),
    blockStarts: cell('opening.blockStarts', 'blocks', 'first days of its blocks'),
    startsOn: cell('opening.startsOn', 'weekday', 'weekday when rotations start'),
    closedDays: cell('opening.closedDays', 'each-year', 'closed every year'),
    between: cell('opening.between', 'period', 'period open to visitors'),
    weeksMin: read('weeksEach.min', 'score', 'minimum weeks per rotation', { range: [0.1, 52] }),
    weeksMax: read('weeksEach.max', 'score', 'maximum weeks per rotation'),
    weeksInAllMax: read('weeksInAllMax', 'score', 'maximum weeks in total'),
    electivesMax: read('electivesMax', 'number', 'maximum number of electives'),
    electivesInLifetime: read(
      'electivesInLifetime',
      'flag',
      'limit on electives is for a lifetime',
      yesNo,
    ),
  },
  Fees: {
    applicationFee: cell('fees.application', 'usd', 'application fee'),
    administrationFee: cell('fees.administration', 'usd', 'administration fee'),
    tuitionFee: cell('fees.tuition', 'usd', 'tuition for four weeks'),
    deposit: cell('fees.deposit', 'usd', 'deposit'),
  },
  'Exams and English': {
    step1: read('step1', 'one', 'Step 1 passed', exam),
    step2: read('step2', 'one', 'Step 2 passed', exam),
    ecfmgCertificate: read('ecfmgCertificate', 'one', 'ECFMG certificate', {
      choices: { required: 'required', 'not-asked': 'not required' },
    }),
    englishAsked: read('english.asked', 'one', 'English test', {
      choices: {
        always: 'always required',
        'if-not-native': 'required if English is not the first language',
      },
    }),
    ...ENGLISH,
    englishValidMonths: read(
      'english.validMonths',
      'number',
      'months for which an English test is valid',
    ),
  },
  Visa: {
    visaAccepted: read('visaAccepted', 'several', 'visa classes it accepts', visas),
    visaRefused: read('visaRefused', 'several', 'visa classes it refuses', visas),
    visaIssued: read('visaIssued', 'several', 'visa classes for which it issues forms', visas),
  },
  Papers: {
    papersWithApplication: read(
      'papersWithApplication',
      'several',
      'papers with the application',
      papers,
    ),
    papersAfterAcceptance: read(
      'papersAfterAcceptance',
      'several',
      'papers after acceptance',
      papers,
    ),
    validity: read('validity', 'validity', 'how long each paper is valid', papers),
    influenzaMonths: read('influenzaMonths', 'months', 'months that require a flu shot', months),
  },
  'Letters and teaching': {
    letters: cell('letters', 'one', 'letters of recommendation', {
      choices: {
        yes: 'possible',
        'evaluation-only': 'an evaluation only, no letter',
        no: 'not given',
      },
    }),
    ...SIGNS,
  },
  'The page’s words': WORDS,
};

type Groups = typeof HOST_GROUPS;
export type HostField = { [Of in keyof Groups]: keyof Groups[Of] }[keyof Groups];
export const HOST_CELLS = Object.fromEntries(
  Object.values(HOST_GROUPS).flatMap((cells) => Object.entries<Cell>(cells)),
) as Readonly<Record<HostField, Cell>>;
export const HOST_FIELDS = Object.keys(HOST_CELLS) as [HostField, ...HostField[]];

export function isSign(field: HostField): boolean {
  return HOST_CELLS[field].at.startsWith('sign.');
}
