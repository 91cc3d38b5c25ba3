/** The rule that a gate belongs to, as pages name it. */
import type { Gate, GateId } from './gate.ts';

const RULES: Readonly<Record<GateId, string>> = {
  who: 'host-international',
  'final-year': 'host-international',
  'degree-age': 'host-international',
  citizenship: 'host-international',
  electives: 'host-international',
  department: 'host-department',
  route: 'G12b',
  contact: 'host-contact',
  months: 'host-months',
  length: 'host-months',
  time: 'host-open',
  status: 'host-open',
  'step-1': 'host-exams',
  'step-2': 'host-exams',
  english: 'host-exams',
  ecfmg: 'G13b',
  visa: 'host-visa',
};

export const GATE_RULES: readonly string[] = [...new Set(['G12', ...Object.values(RULES)])];

/** The guide's rule where it has one, else our own name for what only hosts state. */
export function ruleOf({ id, reason }: Pick<Gate, 'id' | 'reason'>): string {
  const isOfGraduates =
    reason.code.startsWith('graduates') || ('topic' in reason && reason.topic === 'graduates');
  return id === 'who' && isOfGraduates ? 'G12' : RULES[id];
}
