/** The reasons for being at risk, in the order of every list. They are rules of the agenda, never a score. */
import { COLORS, type Color } from '#shared/agenda/standings.ts';

export const RISK_CODES = ['D1', 'D2', 'R1', 'L1', 'L2', 'C1', 'U1', 'P1', 'Q1', 'X1'] as const;
export type RiskCode = (typeof RISK_CODES)[number];

/** The colors of the agenda that an advisor is shown, gravest first. */
export type RiskLevel = Exclude<Color, 'green' | 'none'>;
export const RISK_LEVELS = COLORS.filter(
  (color): color is RiskLevel => color !== 'green' && color !== 'none',
);

export interface Risk {
  readonly code: RiskCode;
  readonly level: RiskLevel;
}

const RISK_WORDS: Readonly<Record<RiskCode, string>> = {
  D1: 'deadline',
  D2: 'step to start',
  R1: 'rotations',
  L1: 'letters',
  L2: 'letter writer',
  C1: 'documents',
  U1: 'reachability',
  P1: 'plan',
  Q1: 'open question',
  X1: 'waiting on others',
};

/** `D1 deadline, L2 letter writer` */
export function codeWords(codes: readonly RiskCode[]): string {
  return codes.map((code) => `${code} ${RISK_WORDS[code]}`).join(', ');
}

/** The code of each rule; what others hold is X1, whatever the rule. */
export const CODES_OF_RULES: Readonly<Record<string, RiskCode>> = {
  apply: 'D1',
  accept: 'D1',
  G11: 'D1',
  G6: 'D2',
  affiliation: 'D2',
  G13: 'D2',
  visa: 'D2',
  esta: 'D2',
  payment: 'D2',
  flight: 'D2',
  'host-answer': 'D2',
  G7: 'R1',
  G1: 'R1',
  G3: 'R1',
  G4: 'R1',
  G8: 'R1',
  G22: 'R1',
  G10: 'L1',
  G17: 'L1',
  G17b: 'L1',
  G16b: 'L1',
  'assign-letter': 'L1',
  G15: 'L2',
  'letter-agreed': 'L2',
  'letter-uploaded': 'L2',
  'letter-declined': 'L2',
  'call-writer': 'L2',
  G14: 'C1',
  G14b: 'C1',
  overlap: 'P1',
  gate: 'P1',
  closed: 'P1',
  // Not about a matter: whether the applicant is reached at all.
  unreached: 'U1',
  unconfirmed: 'U1',
  silent: 'U1',
};

/** A list may hold a rule of an earlier release: what has no code is a matter of the plan. */
export function codeOf(rule: string): RiskCode {
  return CODES_OF_RULES[rule] ?? 'P1';
}

/** Raise it when the meaning of a code changes; reports show it. */
export const RISK_RULES_VERSION = 5;
