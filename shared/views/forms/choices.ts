/** The choices of select fields. */
import { capital } from '#shared/base/capital.ts';
import type { Choice } from '#shared/exchange/fields/field.ts';
import type { Role } from '#shared/plan/facts/cases.ts';
import type { Clearance, Holder } from '#shared/plan/facts/document.ts';
import type { Writer } from '#shared/plan/facts/letter.ts';
import type { ReopenedAs, RotationPlan, Specialty } from '#shared/plan/facts/rotation.ts';
import { ENTRY_WORDS } from '#shared/words/entry-words.ts';
import { PATHWAY_WORDS } from '#shared/words/pathway-words.ts';
import { DOCUMENT_FACTS, DOCUMENT_KINDS } from '#shared/world/hosts/document-kinds.ts';

export const ROUTE_WORDS: Readonly<Record<RotationPlan['route'], string>> = {
  vslo: 'through VSLO, the AAMC’s visiting-student service',
  institution: 'through the host’s own application',
  paid: 'through a paid placement',
  observership: 'as an observership',
};

const FIELD_WORDS = {
  ir: 'Interventional radiology (IR)',
  dr: 'Diagnostic radiology (DR)',
  surgery: 'Surgery',
  medicine: 'Medicine',
  icu: 'Intensive care (ICU)',
} as const;

const SPECIALTY_WORDS: Readonly<Record<Specialty, string>> = {
  ...FIELD_WORDS,
  other: 'Another specialty',
};

export const MODE_WORDS: Readonly<Record<RotationPlan['mode'], string>> = {
  'hands-on': 'hands-on: you work with patients',
  observer: 'observer: you watch, but do not treat patients',
};

const CLEARANCE_WORDS: Readonly<Record<Clearance, string>> = {
  'to-do': 'To do',
  'in-progress': 'In progress',
  submitted: 'Sent to the host',
  cleared: 'Accepted by the host',
  'not-accepted': 'Not accepted by the host',
};

const HOLDER_CHOICES: Readonly<Record<Holder, string>> = {
  applicant: 'I have it',
  host: 'The host',
  'home-school': 'My home school',
  visa: 'The visa office',
  external: 'Another office, such as Intealth',
};

const WRITER_WORDS: Readonly<Record<Writer['specialty'], string>> = {
  ...FIELD_WORDS,
  research: 'Research mentor',
  other: 'Another field',
};

const PART_WORDS: Readonly<Record<Role, string>> = {
  'hands-on': 'Hands-on: you assisted or did it',
  observed: 'Observed: you watched',
};

const PARTS = choicesOf(PART_WORDS);
export const ROUTES = choicesOf(ROUTE_WORDS);
export const SPECIALTIES = choicesOf(SPECIALTY_WORDS);
export const MODES = choicesOf(MODE_WORDS);
const CLEARANCES = choicesOf(CLEARANCE_WORDS);
const HOLDERS = choicesOf(HOLDER_CHOICES);
const WRITER_FIELDS = choicesOf(WRITER_WORDS);
export const ENTRIES = choicesOf(ENTRY_WORDS);
const MOODS: readonly Choice[] = [
  { value: 'positive', label: 'Positive' },
  { value: 'mixed', label: 'Mixed' },
];
const DOCUMENTS: readonly Choice[] = DOCUMENT_KINDS.map((kind) => ({
  value: kind,
  label: DOCUMENT_FACTS[kind].label,
}));

function choicesOf(words: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(words).map(([value, label]) => ({
    value,
    label: capital(label),
  }));
}

export const ENROLLMENTS: readonly Choice[] = [
  { value: 'enrolled', label: 'I am a student' },
  { value: 'graduate', label: 'I have graduated' },
];

export const PATHWAYS = choicesOf(PATHWAY_WORDS);

export const YES_NO: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const STEPS: readonly Choice[] = [
  { value: 'affiliation', label: 'Agreement between school and host' },
  { value: 'payment', label: 'The host’s fee' },
  { value: 'visa-appointment', label: 'Visa appointment' },
  { value: 'housing', label: 'Housing' },
  { value: 'flight', label: 'Flight' },
];

const STEP_STATES: readonly Choice[] = [
  { value: 'begun', label: 'Begun' },
  { value: 'done', label: 'Done' },
];

const HOST_DAY_CHOICES: readonly Choice[] = [
  { value: 'apply-by', label: 'Last day to apply' },
  { value: 'decision', label: 'Day on which the host answers' },
  { value: 'documents-by', label: 'Last day for documents' },
];

const HAPPENED: readonly Choice[] = [
  { value: 'started', label: 'It started' },
  { value: 'ended', label: 'It took place to the end' },
];

const REOPENED_AS: Readonly<Record<ReopenedAs, string>> = {
  listed: 'On my list: not applied',
  applied: 'Applied: the host has not decided',
  accepted: 'Confirmed: I have the place',
  finished: 'Over: it took place',
};

const TIERS: readonly Choice[] = [
  { value: '1', label: 'Tier 1: integrated IR, IMG-friendly, strong teaching' },
  { value: '2', label: 'Tier 2: DR with ESIR, or a strong DR program' },
  { value: '3', label: 'Tier 3: a backup' },
  { value: 'unknown', label: 'As far as published facts say' },
];

/** By field name, for the events of a rotation. */
export const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  route: ROUTES,
  kind: DOCUMENTS,
  status: CLEARANCES,
  heldBy: HOLDERS,
  mood: MOODS,
  role: PARTS,
  step: STEPS,
  state: STEP_STATES,
  hostDay: HOST_DAY_CHOICES,
  happened: HAPPENED,
  tier: TIERS,
  did: MODES,
  as: choicesOf(REOPENED_AS),
  'writer.specialty': WRITER_FIELDS,
  'profile.entry': ENTRIES,
};
