/** Every cell of a host or program that advisors may correct: its question, the values it may have, and their words. */
import * as z from 'zod';
import { counted } from '#shared/base/counted.ts';
import { wholeNumberOf } from '#shared/base/text.ts';
import { DOCUMENT_FACTS, DOCUMENT_KINDS } from '../hosts/document-kinds.ts';
import { SIGN_QUESTIONS, TEACHING_SIGNS, type TeachingSign } from '../programs/teaching.ts';

const countSchema = z.strictObject({
  img: wholeNumberOf(0, 500),
  residents: wholeNumberOf(1, 500),
  year: wholeNumberOf(2000, 2100),
});

const USD_MAX = 100_000;

/** A choice, a number, several choices, or for IMG residents their count. */
export const cellValueSchema = z.union([
  z.string().min(1).max(60),
  z.int().min(0).max(USD_MAX),
  z.array(z.string().max(60)).min(1).max(60),
  countSchema,
]);
export type CellValue = z.infer<typeof cellValueSchema>;

export interface Cell {
  /** As a question, or as what the number counts. */
  readonly label: string;
  /** Where an offering holds it: a column, what we read of its words, or a sign of teaching. */
  readonly at: 'column' | 'read' | 'sign';
  /** `days` before the first day of a rotation make a date. */
  readonly kind: 'days' | 'number' | 'usd' | 'one' | 'several' | 'count' | 'domain';
  /** By value, for `one` and `several`. */
  readonly choices: Readonly<Record<string, string>>;
}

const YES_NO = { yes: 'yes', no: 'no' };
const EXAM = { 'before-applying': 'before applying', 'before-start': 'before the start' };
const MONTHS = Object.fromEntries(
  'January February March April May June July August September October November December'
    .split(' ')
    .map((month, index) => [String(index + 1), month]),
);
const VISAS = Object.fromEntries(
  ['B-1', 'B-2', 'WB', 'WT', 'ESTA', 'F-1', 'H-4', 'J-1', 'J-2', 'green-card', 'EAD'].map(
    (visa) => [visa, visa],
  ),
);
const PAPERS = Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, DOCUMENT_FACTS[kind].label]));

const column = (label: string, choices: Cell['choices']) =>
  ({ label, at: 'column', kind: 'one', choices }) as const;
const routes = (choices: Cell['choices']) =>
  ({ label: 'how visitors apply', at: 'column', kind: 'several', choices }) as const;
const read = (label: string, kind: Cell['kind'], choices: Cell['choices'] = {}) =>
  ({ label, at: 'read', kind, choices }) as const;
const answered = (label: string) => ({ label, at: 'sign', kind: 'one', choices: YES_NO }) as const;

const OF_PAGE = {
  opens: read('day applications open', 'days'),
  leadDays: read('last day to apply', 'days'),
  documentsLeadDays: read('last day for documents', 'days'),
  students: column('students of schools outside the US', {
    yes: 'may come',
    'partners-only': 'only from partner schools',
    'named-schools': 'only from the schools it names',
    no: 'may not come',
  }),
  graduates: column('graduates', {
    yes: 'may come',
    'trained-only': 'only if trained or in training',
    no: 'may not come',
  }),
  radiology: column('diagnostic radiology is open to visitors', YES_NO),
  interventional: column('interventional radiology is open to visitors', YES_NO),
  status: column('takes applications', { open: 'yes', paused: 'paused', closed: 'no more' }),
  routes: routes({
    vslo: 'VSLO',
    'own-application': 'its own application',
    email: 'by email',
    paper: 'on paper',
    partner: 'through a partner school',
    department: 'through the department',
  }),
  applicationFee: read('application fee', 'usd'),
  tuitionFee: read('tuition for four weeks', 'usd'),
  contactRule: column('whom to contact first', {
    'office-only': 'only the visiting student office',
    'department-first': 'the department',
    'sponsor-first': 'a sponsor in the department',
    'no-contact': 'nobody: the host starts',
  }),
  months: read('months in which visitors may come', 'several', MONTHS),
  citizens: read('citizenship', 'one', {
    any: 'any',
    'us-only': 'US citizens and permanent residents only',
    'us-visa-in-hand': 'a US visa in hand',
  }),
  step1: read('Step 1 passed', 'one', EXAM),
  step2: read('Step 2 passed', 'one', EXAM),
  ecfmgCertificate: read('ECFMG certificate', 'one', {
    required: 'required',
    'not-asked': 'not asked for',
  }),
  graduatedWithinYears: read('most years since graduation', 'number'),
  weeksInAllMax: read('most weeks in all', 'number'),
  electivesMax: read('most electives', 'number'),
  visaAccepted: read('visa classes it accepts', 'several', VISAS),
  papersWithApplication: read('papers with the application', 'several', PAPERS),
  papersAfterAcceptance: read('papers after acceptance', 'several', PAPERS),
  domain: { label: 'a web domain of its own', at: 'column', kind: 'domain', choices: {} },
} satisfies Record<string, Cell>;

export type HostField = keyof typeof OF_PAGE | TeachingSign;
export const HOST_CELLS = {
  ...OF_PAGE,
  ...Object.fromEntries(TEACHING_SIGNS.map((sign) => [sign, answered(SIGN_QUESTIONS[sign])])),
} as Readonly<Record<HostField, Cell>>;
export const HOST_FIELDS = Object.keys(HOST_CELLS) as [HostField, ...HostField[]];

export const PROGRAM_CELLS = {
  esir: column('Does the DR residency offer early specialization in IR (ESIR)?', YES_NO),
  'visa-j1': column('Does it sponsor J-1 visas for residents?', YES_NO),
  'visa-h1b': column('Does it sponsor H-1B visas for residents?', YES_NO),
  'img-residents': {
    label: 'How many of its residents graduated abroad?',
    at: 'column',
    kind: 'count',
    choices: {},
  },
} as const satisfies Record<string, Cell>;
export type ProgramField = keyof typeof PROGRAM_CELLS;
export const PROGRAM_FIELDS = Object.keys(PROGRAM_CELLS) as [ProgramField, ...ProgramField[]];

export function isSign(field: HostField): field is TeachingSign {
  return HOST_CELLS[field].at === 'sign';
}

/** True for a value that this cell may have. */
export function isValueOf({ kind, choices }: Cell, value: CellValue): boolean {
  const isChoice = (each: unknown) => typeof each === 'string' && Object.hasOwn(choices, each);
  if (kind === 'one') return isChoice(value);
  if (kind === 'several') return Array.isArray(value) && value.every(isChoice);
  if (kind === 'domain') return typeof value === 'string' && DOMAIN.test(value);
  if (kind === 'count') {
    return typeof value === 'object' && 'img' in value && value.img <= value.residents;
  }
  if (typeof value !== 'number') return false;
  return kind === 'usd' || (value > 0 && value <= (kind === 'days' ? DAYS_MAX : NUMBER_MAX));
}

const DAYS_MAX = 730;
const NUMBER_MAX = 1000;
/** A name of its own below a top level: `yale.edu`, never `edu`. */
const DOMAIN = /^(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}$/;
const LIST = new Intl.ListFormat('en-US');

export function cellWords({ kind, choices }: Cell, value: CellValue): string {
  if (typeof value === 'number') {
    if (kind === 'usd') return `$${value.toLocaleString('en-US')}`;
    return kind === 'days' ? `${counted(value, 'day')} before the start` : String(value);
  }
  if (typeof value === 'string') return choices[value] ?? value;
  return 'img' in value
    ? `${value.img} of ${value.residents} (${value.year})`
    : LIST.format(value.map((each) => choices[each] ?? each));
}
