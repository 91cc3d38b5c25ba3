/** The choices of select fields. */
import { capital } from '#shared/base/sentence.ts';
import type { Choice } from '#shared/exchange/fields/field.ts';
import type { Role } from '#shared/plan/facts/cases.ts';
import type { Clearance, Holder } from '#shared/plan/facts/document.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import type { LetterStatus, Writer } from '#shared/plan/facts/letter.ts';
import type {
  HostDayName,
  ReopenedAs,
  ReportedStep,
  RotationPlan,
  Specialty,
} from '#shared/plan/facts/rotation.ts';
import { ENTRY_WORDS, PATHWAY_WORDS } from '#shared/words/plan-words.ts';
import { WITHDRAWN_FOR } from '#shared/words/withdrawal-words.ts';
import { DOCUMENT_FACTS, DOCUMENT_KINDS } from '#shared/world/hosts/document-kinds.ts';

type Words<Value extends string> = Readonly<Record<Value, string>>;

function choicesOf<Value extends string>(words: Words<Value>): readonly Choice[] {
  return Object.entries<string>(words).map(([value, label]) => ({ value, label: capital(label) }));
}

export const ROUTE_WORDS: Words<RotationPlan['route']> = {
  vslo: 'through VSLO, the AAMC’s visiting-student service',
  institution: 'through the host’s own application',
  paid: 'through a paid placement',
  observership: 'as an observership',
};

export const MODE_WORDS: Words<RotationPlan['mode']> = {
  'hands-on': 'hands-on: you work with patients',
  observer: 'observer: you watch, but do not treat patients',
  research: 'research: a mentor and a letter, but no clinical experience',
};

const FIELD_WORDS = {
  ir: 'Interventional radiology (IR)',
  dr: 'Diagnostic radiology (DR)',
  surgery: 'Surgery',
  medicine: 'Medicine',
  icu: 'Intensive care (ICU)',
} as const;

export const STEP_TITLES: Words<ReportedStep> = {
  affiliation: 'Agreement between your school and the host',
  payment: 'The host’s fee',
  'visa-appointment': 'Visa appointment',
  housing: 'Housing',
  flight: 'Flight',
};

export const HOST_DAY_WORDS: Words<HostDayName> = {
  'apply-by': 'The host’s last day to apply',
  decision: 'The day the host answers',
  'documents-by': 'The host’s last day for documents',
};

const REOPENED_AS: Words<ReopenedAs> = {
  listed: 'On my list: not applied',
  applied: 'Applied: the host has not decided',
  accepted: 'Confirmed: I have the place',
  finished: 'Over: it took place',
};
/** In the order of the steps, with the one that a closed rotation is not asked about. */
const { listed, applied, accepted, finished } = REOPENED_AS;
const offered = 'Offered: I have not answered yet';
export const CORRECTED_TO = choicesOf({ listed, applied, offered, accepted, finished });

export const ROUTES = choicesOf(ROUTE_WORDS);
export const MODES = choicesOf(MODE_WORDS);
export const SPECIALTIES = choicesOf<Specialty>({ ...FIELD_WORDS, other: 'Another specialty' });
export const ENTRIES = choicesOf(ENTRY_WORDS);
export const PATHWAYS = choicesOf(PATHWAY_WORDS);
export const YES_NO = choicesOf({ yes: 'Yes', no: 'No' });
export const ENROLLMENTS = choicesOf<Profile['enrollment']>({
  enrolled: 'I am a student',
  graduate: 'I have graduated',
});
export const DOCUMENTS: readonly Choice[] = DOCUMENT_KINDS.map((kind) => ({
  value: kind,
  label: DOCUMENT_FACTS[kind].label,
}));
export const LETTER_STEPS = choicesOf({
  asked: 'Asked: no answer yet',
  agreed: 'The writer agreed',
  requested: 'Requested in ERAS: not uploaded',
  uploaded: 'Uploaded: not assigned to programs',
} satisfies Partial<Record<LetterStatus, string>>);

/** By field name, or by event and field, for the events of a rotation. */
export const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  route: ROUTES,
  kind: DOCUMENTS,
  did: MODES.filter(({ value }) => value !== 'research'),
  as: choicesOf(REOPENED_AS),
  step: choicesOf(STEP_TITLES),
  state: choicesOf({ begun: 'Begun', done: 'Done', 'not-done': 'Not done after all' }),
  hostDay: choicesOf(HOST_DAY_WORDS),
  happened: choicesOf({ started: 'It started', ended: 'It took place to the end' }),
  mood: choicesOf({ positive: 'Positive', mixed: 'Mixed' }),
  role: choicesOf<Role>({
    'hands-on': 'Hands-on: you assisted or did it',
    observed: 'Observed: you watched',
  }),
  status: choicesOf<Clearance | 'not-asked'>({
    'to-do': 'To do',
    'in-progress': 'In progress',
    submitted: 'Sent to the host',
    cleared: 'Accepted by the host',
    'not-accepted': 'Not accepted by the host',
    'not-asked': 'Not asked for here',
  }),
  heldBy: choicesOf<Holder>({
    applicant: 'I have it',
    host: 'The host',
    'home-school': 'My home school',
    visa: 'The consulate',
    external: 'Another office, such as Intealth',
  }),
  tier: choicesOf({
    1: 'Tier 1: integrated IR, IMG-friendly, strong teaching',
    2: 'Tier 2: DR with ESIR, or a strong DR program',
    3: 'Tier 3: a backup',
    unknown: 'As far as published facts say',
  }),
  'withdrawn.why': Object.entries(WITHDRAWN_FOR).map(([value, { choice }]) => ({
    value,
    label: capital(choice),
  })),
  'step-corrected.to': CORRECTED_TO,
  'letter-corrected.to': LETTER_STEPS,
  'writer.specialty': choicesOf<Writer['specialty']>({
    ...FIELD_WORDS,
    research: 'Research mentor',
    other: 'Another field',
  }),
  'profile.entry': ENTRIES,
};
