/** What a finding is about: several rules about one matter give one finding. */
import type { StepId } from '#shared/agenda/back-plan/step-table.ts';

export type Topic =
  | 'application'
  | 'answer'
  | 'documents'
  | 'expiry'
  | 'visa'
  | 'travel'
  | 'letter'
  | 'ir-rotation'
  | 'reach'
  | 'overlap'
  | 'unchecked'
  | 'outside'
  /** A deadline that no other rule covers. */
  | `rule ${string}`;

const OF_RULE: Readonly<Record<string, Topic>> = {
  'host-window': 'application',
  'offer-expiry': 'answer',
  G14: 'documents',
  G14b: 'documents',
  G13: 'visa',
  esta: 'visa',
  G10: 'letter',
  G15: 'letter',
  G16b: 'letter',
  G17: 'letter',
  G17b: 'letter',
  'letter-declined': 'letter',
  'call-writer': 'letter',
  'promised-too-late': 'letter',
};

const OF_STEP: Readonly<Record<StepId, Topic>> = {
  choose: 'application',
  affiliation: 'application',
  apply: 'application',
  answer: 'answer',
  documents: 'documents',
  'visa-appointment': 'visa',
  visa: 'visa',
  esta: 'visa',
  housing: 'travel',
  flight: 'travel',
};

export function topicOfRule(rule: string): Topic {
  return OF_RULE[rule] ?? `rule ${rule}`;
}

export function topicOfStep(step: StepId): Topic {
  return OF_STEP[step];
}
