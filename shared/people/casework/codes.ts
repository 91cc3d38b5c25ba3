/** The reasons for being at risk, in the order of every list. They are rules, never a score. */
export const RISK_CODES = ['D1', 'D2', 'R1', 'L1', 'L2', 'C1', 'U1', 'P1', 'X1'] as const;
export type RiskCode = (typeof RISK_CODES)[number];

/** `blue` means delayed by outsiders: shown, never counted against the applicant. */
export const RISK_LEVELS = ['red', 'amber', 'blue'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

export interface Risk {
  readonly code: RiskCode;
  readonly level: RiskLevel;
}

export const RISK_WORDS: Readonly<Record<RiskCode, string>> = {
  D1: 'deadline',
  D2: 'latest safe date',
  R1: 'IR rotation',
  L1: 'letters',
  L2: 'letter writer',
  C1: 'documents',
  U1: 'reachability',
  P1: 'plan',
  X1: 'delayed by outsiders',
};

/** Raise it when the meaning of a code changes; reports show it. */
export const RISK_RULES_VERSION = 2;
