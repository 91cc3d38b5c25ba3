/** The reasons for which somebody is at risk, in the order in which a list names them. Rules, never a score. */
export const RISK_CODES = ['D1', 'D2', 'R1', 'L1', 'L2', 'C1', 'U1', 'P1', 'X1'] as const;
export type RiskCode = (typeof RISK_CODES)[number];

/** `blue` is blocked outside: shown, never counted against anybody. */
export const RISK_LEVELS = ['red', 'amber', 'blue'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** What a case looks at of a finding. */
export interface Risk {
  readonly code: RiskCode;
  readonly level: RiskLevel;
}

/** What a chart and a filter call each. */
export const RISK_WORDS: Readonly<Record<RiskCode, string>> = {
  D1: 'deadline',
  D2: 'latest safe day',
  R1: 'IR rotation',
  L1: 'letters',
  L2: 'letter writer',
  C1: 'documents',
  U1: 'reach',
  P1: 'plan',
  X1: 'blocked outside',
};

/** Raised whenever a code means something else than before; a report bears it. */
export const RISK_RULES_VERSION = 2;
