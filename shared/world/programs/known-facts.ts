/** Everything known about a program or a host as lines to show, each with its source and age; and what to ask. */
import { capital } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { HostField } from '../corrections/host-cells.ts';
import { FURTHER_WORDS } from '../hosts/further-words.ts';
import { type AsOf, factDay, isOld, type Provenance } from '../provenance.ts';
import { deciding, esirOf, provenanceOfFact, visaOf } from './decided.ts';
import type { Institution } from './institution.ts';
import { H1B_WORDS, type Program } from './program.ts';
import {
  hintOf,
  PROGRAM_LABELS,
  type ProgramFact,
  type ProgramTopic,
  yearOf,
} from './program-fact.ts';
import { STATED_TOPICS, type StatedTopic, statedOf } from './stated.ts';
import { SIGN_QUESTIONS, TEACHING_SIGNS } from './teaching.ts';

export interface KnownFact extends Provenance {
  readonly label: string;
  readonly text: string;
  /** Absent: the day was not recorded. */
  readonly asOf?: AsOf;
  /** Older than twelve months: a reason to ask again, not to disbelieve. */
  readonly isOld: boolean;
  /** Why it is only a hint; absent where it may decide. */
  readonly hint?: string;
}

export interface Known {
  readonly facts: readonly KnownFact[];
  /** Questions nobody has answered, the ones that decide an application first. */
  readonly asks: readonly string[];
  /** What to find out oneself: an office that is asked this much does not answer. */
  readonly checklist: readonly string[];
  /** The office's mailbox, where the page names one. */
  readonly mailbox?: string;
  /** Why nobody should write. */
  readonly noContact?: string;
}

/** An email that asks more is not answered. */
const QUESTIONS_MAX = 3;

/** What is known about a program, each fact with source and age, and what is not known. */
export function knownOfProgram(program: Program, today: Day): Known {
  const { esir, visa, imgResidents, visiting } = program;
  const sponsored = visaOf(program);
  const lacking = [...(sponsored?.j1 ? [] : ['J-1']), ...(sponsored?.h1b ? [] : ['H-1B'])];
  const askOf = (topic: ProgramTopic, ask: string) => {
    const [said] = (program.facts ?? []).filter((each) => each.topic === topic);
    return deciding(program, topic).length > 0 ? [] : [said ? stillSo(said.text) : ask];
  };
  const entered = <Of extends Provenance>(
    label: string,
    of: Of | undefined,
    wordsOf: (of: Of) => string,
    statedFor?: string,
  ) => (of ? [fact(label, wordsOf(of), of, today, statedFor)] : []);
  const facts: KnownFact[] = [
    fact('Listed as', `ACGME ${program.code}, ERAS ${program.listSeason}`, program, today),
    ...(program.facts ?? []).map((each) => pageFact(each, program.listSeason, today)),
    ...entered('ESIR, entered by advisors', esir, ({ offered }) => offered),
    ...entered(
      'Visa for residents, entered by advisors',
      visa,
      ({ j1, h1b }) => `J-1: ${j1 ?? 'not known'}; H-1B: ${h1b ? H1B_WORDS[h1b] : 'not known'}`,
    ),
    ...entered('IMG residents', imgResidents, (of) => `${of.img} of ${of.residents} (${of.year})`),
    ...entered(
      'Visiting students, in short',
      visiting,
      ({ policy }) => policy,
      visiting?.statedFor,
    ),
  ];
  return {
    facts,
    asks: [
      ...(esirOf(program) || program.kind === 'integrated-ir'
        ? []
        : askOf(
            'esir',
            'Does the residency offer early specialization in IR (ESIR), and how many places?',
          )),
      ...(lacking.length === 0
        ? []
        : lacking.length === 1
          ? [`Do you sponsor ${lacking[0]} visas for residents?`]
          : askOf('visa', 'Which visas do you sponsor for residents, J-1 or H-1B?')),
      ...(imgResidents
        ? []
        : askOf('img-residents', 'How many of your residents graduated from schools abroad?')),
      ...PROGRAM_ASKS.flatMap(([topic, ask]) => askOf(topic, ask)),
    ],
    checklist: [],
  };
}

/** What an undated or old page says is to be confirmed, not asked as if nobody had said it. */
function stillSo(text: string): string {
  return `Does this still apply: “${text.replaceAll(' | ', '; ')}”?`;
}

const PROGRAM_ASKS: readonly (readonly [ProgramTopic, string])[] = [
  ['graduation-limit', 'Is there a limit on the years since graduation?'],
  ['step-minimum', 'Do you have a minimum Step 2 CK score?'],
];

const SCOPE_WORDS = {
  program: '',
  institution: ', for the whole institution',
  'other-department': ', about another department',
  'paired-dr': ', about the paired DR program',
} as const;

/** As the page means it, with its own date; two pages that disagree are two lines. */
function pageFact(of: ProgramFact, season: number, today: Day): KnownFact {
  const { topic, text, stated, scope = 'program', note } = of;
  const hint = hintOf(of, season);
  const asOf = yearOf(of);
  return {
    label: PROGRAM_LABELS[topic],
    text: `${text} (${stated}${SCOPE_WORDS[scope]})${note ? `. ${capital(note)}` : ''}`,
    ...provenanceOfFact(of),
    ...(asOf && { asOf }),
    isOld: asOf === undefined || isOld(asOf, today),
    ...(hint && { hint }),
  };
}

/** What a topic is called, and the question where nobody has an answer. */
const TOPICS: Readonly<Record<StatedTopic, readonly [label: string, ask?: string]>> = {
  students: ['International students', 'Do you take students of schools outside the US?'],
  graduates: ['Graduates', 'Do you take graduates, hands-on or as observers?'],
  citizenship: ['Citizenship'],
  mode: ['What students do', 'Is the rotation hands-on or an observership?'],
  department: ['Departments', 'Is interventional radiology open to visitors?'],
  route: ['How to apply', 'How do visitors apply: through VSLO or your own form?'],
  time: ['When to apply', 'How far ahead must visitors apply?'],
  months: ['Months', 'Which months are open to international students?'],
  length: ['Length'],
  answer: ['Answer'],
  fees: ['Fees', 'What do four weeks cost, including all fees?'],
  visa: ['Visa', 'Which visa class do you accept for the rotation?'],
  english: ['English'],
  exams: ['Exams', 'Do you ask for USMLE steps or an ECFMG certificate?'],
  papers: ['Papers'],
  health: ['Health'],
  insurance: ['Insurance'],
  letters: ['Letters', SIGN_QUESTIONS.letters],
};

/** What is known about a host's visiting rules, each fact with source and age, and what to ask. */
export function knownOfHost(host: Institution, today: Day): Known {
  const { corrected, statedFor } = host;
  return {
    facts: [
      ...STATED_TOPICS.flatMap((topic) => {
        const words = statedOf(asItsPageSays(host), topic);
        return words ? [fact(TOPICS[topic][0], words, host, today, statedFor)] : [];
      }),
      ...Object.values(corrected ?? {}).map(({ label, text, provenance }) =>
        fact(label, text, provenance, today),
      ),
      ...(host.offering.further ?? []).map(({ field, text, sources, stated }) =>
        fact(
          `Another page, ${stated === 'undated' ? 'undated' : `of ${stated}`}: ${FURTHER_WORDS[field]}`,
          text,
          { source: sources[0] ?? '', certainty: 'secondary' },
          today,
        ),
      ),
      ...TEACHING_SIGNS.flatMap((sign) => {
        const answer = host.teaching?.[sign];
        return answer
          ? [fact(SIGN_QUESTIONS[sign], answer.stated ?? answer.answer, answer, today)]
          : [];
      }),
    ],
    asks: [
      ...DECIDING_TOPICS.flatMap((topic) => {
        const [, ask] = TOPICS[topic];
        const isEntered = ENTERED_AS[topic]?.some((cell) => corrected?.[cell]);
        if (!ask || statedOf(host, topic) || isEntered) return [];
        const said = host.offering.further?.find(({ field }) => field === topic);
        return [said ? stillSo(said.text) : ask];
      }),
    ],
    checklist: TEACHING_SIGNS.filter((sign) => sign !== 'letters' && !host.teaching?.[sign]).map(
      (sign) => SIGN_QUESTIONS[sign],
    ),
    ...contactOf(host),
  };
}

/** The cells by which an advisor's answer is known. */
const ENTERED_AS: Readonly<Partial<Record<StatedTopic, readonly HostField[]>>> = {
  visa: ['visaAccepted', 'visaIssued'],
  time: ['leadDays'],
  months: ['months', 'blockStarts', 'between'],
  exams: ['step1', 'step2', 'ecfmgCertificate'],
  fees: ['tuitionFee'],
};

/** A corrected column is a line of its own, with its own source. */
function asItsPageSays({ offering, corrected = {} }: Institution) {
  const columns = new Set(Object.values(corrected).map(({ column }) => column));
  const kept = Object.entries(offering).filter(
    ([column]) => column === 'read' || !columns.has(column),
  );
  const fees = offering.read?.fees?.filter(({ kind }) => !columns.has(`fees.${kind}`));
  const read = { ...offering.read, ...(fees && { fees }) };
  return { offering: { ...(Object.fromEntries(kept) as Institution['offering']), read } };
}

/** Whether visitors are accepted at all comes before how, when, and at what cost. */
const DECIDING_TOPICS: readonly StatedTopic[] = [
  'students',
  'department',
  'graduates',
  'route',
  'mode',
  'time',
  'months',
  'visa',
  'exams',
  'letters',
  'fees',
];

export function contactOf({ offering, name }: Institution): Pick<Known, 'mailbox' | 'noContact'> {
  if (offering.contactRule === 'no-contact') {
    return { noContact: `${name} asks visitors not to write: the host invites them.` };
  }
  const mailbox = offering.applyAt?.find((each) => each.includes('@') && !/[\s/]/.test(each));
  return mailbox ? { mailbox } : {};
}

/** The questions that decide, three at most; the reader sends it from their own email. */
export function emailToAsk(
  office: 'visiting student office' | 'residency program',
  name: string,
  asks: readonly string[],
): string {
  return [
    `To the ${office} at ${name}:`,
    '',
    'I am an international medical graduate or student interested in interventional radiology, and I am planning rotations and applications. I could not find a current answer to these questions on your pages:',
    '',
    ...asks.slice(0, QUESTIONS_MAX).map((ask, index) => `${index + 1}. ${ask}`),
    '',
    'A link to a page with the answers would help just as much. Thank you for your time.',
  ].join('\n');
}

function fact(
  label: string,
  text: string,
  { source, checkedOn, certainty }: Provenance,
  today: Day,
  statedFor = '',
): KnownFact {
  if (!checkedOn) return { label, text, source, certainty, isOld: true };
  const asOf = factDay(checkedOn, statedFor);
  return { label, text, source, checkedOn, certainty, asOf, isOld: isOld(asOf, today) };
}
