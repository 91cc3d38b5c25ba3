/** What a gate is: one rule of a host's page, judged for one person and one stay. It never sees the clock. */
import type { Day } from '#shared/base/time/day.ts';
import type { HostField } from '#shared/world/corrections/host-cells.ts';
import {
  ENGLISH_TESTS,
  type EnglishTest,
  type Offering,
  type VisaClass,
} from '#shared/world/hosts/offering.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import type { Entry, Mode } from '#shared/world/vocabulary.ts';

/** `not-stated`: to be asked before applying, but it turns no yes into a question. `ask`: a rule exists, and someone must answer first. */
export type GateState = 'met' | 'not-met' | 'ask' | 'not-stated';

/** Whom the gates judge. What was not asked is absent, and never read as yes or no. */
export interface GatePerson {
  readonly enrollment: 'enrolled' | 'graduate';
  readonly graduationOn?: Day;
  readonly school?: string;
  readonly schoolInVslo?: boolean;
  readonly entry?: Entry;
  /** The day a status in the US ends. */
  readonly entryUntil?: Day;
  readonly ecfmgCertified?: boolean;
  readonly step1Passed?: boolean;
  readonly step2Passed?: boolean;
  /** Typed where it is compared, and kept nowhere. */
  readonly english?: Readonly<Partial<Record<EnglishTest, number>>>;
  /** Electives finished or held at this host. */
  readonly electivesThere?: number;
}

/** A possible rotation. */
export interface GateStay {
  readonly specialty: 'ir' | 'dr' | 'other';
  readonly dates?: { readonly start: Day; readonly end: Day };
  /** What the plan calls it, where that is to be compared. */
  readonly mode?: Mode;
  /** The route that the plan names, where it is VSLO: other routes are open to everybody. */
  readonly route?: 'vslo';
}

export interface GateInput {
  readonly person: GatePerson;
  readonly stay: GateStay;
  readonly offering: Offering;
  readonly corrected?: Institution['corrected'];
  readonly disputed?: Institution['disputed'];
}

export interface Stated {
  readonly text: string;
  /** Cells that advisors corrected, and no words of the page. */
  readonly isEntered?: true;
}

/** A code with its values; `words` has the sentence for each reader. */
export type GateReason =
  | { readonly code: 'not-stated' | 'unlisted' | 'disputed'; readonly topic: GateTopic }
  | { readonly code: 'students-welcome' | 'students-refused' | 'students-of-partners' }
  | {
      readonly code: 'students-of-named-schools';
      readonly schools: readonly string[];
      readonly school?: string;
    }
  | { readonly code: 'graduates-welcome' | 'graduates-refused' | 'graduates-trained-only' }
  | { readonly code: 'residency-seekers-refused' }
  | { readonly code: 'role-differs'; readonly offered: Mode }
  | { readonly code: 'final-year' | 'final-year-unknown' }
  | { readonly code: 'final-year-later'; readonly graduationOn: Day }
  | {
      readonly code:
        | 'vslo-member'
        | 'vslo-needed'
        | 'vslo-unknown'
        | 'vslo-chosen'
        | 'vslo-chosen-unknown'
        | 'vslo-open-to-others'
        | 'own-route';
    }
  | { readonly code: 'sponsor-first' | 'host-starts' | 'office-only' | 'department-first' }
  | { readonly code: 'citizens-any' | 'citizens-fit' | 'citizens-only' | 'us-visa-in-hand' }
  | { readonly code: 'entry-unknown' }
  | { readonly code: 'status-ends'; readonly day: Day }
  | {
      readonly code: 'exam-passed' | 'exam-missing' | 'exam-unknown';
      readonly exam: 'Step 1' | 'Step 2';
    }
  | {
      readonly code: 'english-enough' | 'english-low' | 'english-unknown';
      readonly minimum: Readonly<Partial<Record<EnglishTest, number>>>;
    }
  | { readonly code: 'ecfmg-held' | 'ecfmg-missing' | 'ecfmg-unknown' }
  | { readonly code: 'degree-recent' | 'degree-old' | 'degree-unknown'; readonly years: number }
  | {
      readonly code: 'department-open' | 'department-closed' | 'department-unknown';
      readonly specialty: 'ir' | 'dr';
    }
  | ({ readonly code: 'months-open' | 'months-closed' | 'months-asked' } & Stated)
  | ({ readonly code: 'length-fits' | 'length-too-long' | 'length-too-short' } & Stated)
  | ({ readonly code: 'length-asked' | 'citizenship-asked' } & Stated)
  | {
      readonly code: 'apply-by';
      readonly day: Day;
      readonly isEstimated: boolean;
      readonly advisedDay?: Day;
    }
  | { readonly code: 'taking-applications' | 'paused' | 'closed' | 'between-windows' }
  | {
      readonly code: 'visa-refused';
      readonly refused: readonly VisaClass[];
      readonly accepted: readonly VisaClass[];
    }
  | {
      readonly code: 'visa-issued';
      readonly issued: readonly VisaClass[];
      readonly accepted: readonly VisaClass[];
    }
  | {
      readonly code: 'visa-accepted' | 'visa-not-listed' | 'visa-of-students';
      readonly accepted: readonly VisaClass[];
    }
  | { readonly code: 'visa-not-needed' | 'waiver-too-long' | 'visa-clause-for-students' }
  | {
      readonly code: 'electives-left' | 'electives-used';
      readonly max: number;
      readonly isForLife?: true;
    };

/** In the order in which readers want to know: the rule as pages name it, and the cells of the offering that are read. */
export const GATES = {
  status: { rule: 'host-open', cells: ['status'] },
  // Its cells, and those of the department, depend on the person and the stay.
  who: { rule: 'host-international', cells: [] },
  role: { rule: 'G21b', cells: ['mode'] },
  'final-year': { rule: 'host-international', cells: ['finalYearOnly'] },
  'degree-age': { rule: 'host-international', cells: ['graduatedWithinYears'] },
  citizenship: { rule: 'host-international', cells: ['citizens', 'citizenshipWords'] },
  department: { rule: 'host-department', cells: [] },
  route: { rule: 'G12b', cells: ['routes', 'vslo'] },
  contact: { rule: 'host-contact', cells: ['contactRule'] },
  months: {
    rule: 'host-months',
    cells: ['months', 'blockStarts', 'startsOn', 'closedDays', 'between', 'monthsWords'],
  },
  length: {
    rule: 'host-months',
    cells: ['weeksMin', 'weeksMax', 'weeksInAllMax', 'maxLengthWords'],
  },
  time: { rule: 'host-open', cells: ['leadDays'] },
  'step-1': { rule: 'host-exams', cells: ['step1'] },
  'step-2': { rule: 'host-exams', cells: ['step2'] },
  english: {
    rule: 'host-exams',
    cells: Object.keys(ENGLISH_TESTS) as (keyof typeof ENGLISH_TESTS)[],
  },
  ecfmg: { rule: 'G13b', cells: ['ecfmgCertificate'] },
  visa: { rule: 'host-visa', cells: ['visaAccepted', 'visaRefused', 'visaIssued'] },
  electives: { rule: 'host-international', cells: ['electivesMax', 'electivesInLifetime'] },
} as const satisfies Readonly<Record<string, { rule: string; cells: readonly HostField[] }>>;

export type GateId = keyof typeof GATES;

const RULES = Object.values(GATES).map(({ rule }) => rule);
export const GATE_RULES: readonly string[] = [...new Set(['G12', ...RULES])];

/** The guide's rule where it has one, else our own name for what only hosts state. */
export function ruleOf({ id, reason }: Pick<Gate, 'id' | 'reason'>): string {
  const isOfGraduates =
    reason.code.startsWith('graduates') || ('topic' in reason && reason.topic === 'graduates');
  return id === 'who' && isOfGraduates ? 'G12' : GATES[id].rule;
}

/** What a page may be silent about. */
export type GateTopic = GateId | 'graduates';

export interface Gate {
  readonly id: GateId;
  readonly state: GateState;
  readonly reason: GateReason;
  /** The last day the gate can still be passed. */
  readonly lastDay?: Day;
  readonly provenance: GateProvenance;
  /** What its undated page says: shown with that word, asked, and neither met nor refused by it. */
  readonly hint?: 'met' | 'not-met';
}

export interface GateProvenance {
  readonly source: string;
  /** Absent: the day was not recorded. */
  readonly checkedOn?: Day;
  readonly certainty: Certainty;
}

/** What a gate quotes: the page's own words; empty where only an advisor entered cells, which then decide. */
export function quoted(
  { offering, corrected }: GateInput,
  id: 'months' | 'length' | 'citizenship',
): string | undefined {
  const isEntered = GATES[id].cells.some((cell) => corrected?.[cell]);
  return offering[id === 'length' ? 'maxLength' : id]?.join('; ') ?? (isEntered ? '' : undefined);
}

/** What a gate's own file answers; the provenance is the offering's. */
export type Judged = Pick<Gate, 'state' | 'reason' | 'lastDay'>;

export function met(reason: GateReason): Judged {
  return { state: 'met', reason };
}

export function notMet(reason: GateReason): Judged {
  return { state: 'not-met', reason };
}

export function ask(reason: GateReason): Judged {
  return { state: 'ask', reason };
}

export function notStated(topic: GateTopic): Judged {
  return { state: 'not-stated', reason: { code: 'not-stated', topic } };
}
