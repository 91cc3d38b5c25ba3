/** Costs as people read them. */
import type { CostKind } from '#shared/plan/facts/cost.ts';

export const COST_WORDS: Readonly<Record<CostKind, string>> = {
  'application-fee': 'Application fee',
  'host-fee': 'Host’s fee or tuition',
  insurance: 'Health insurance',
  malpractice: 'Malpractice insurance',
  housing: 'Housing',
  travel: 'Travel',
  visa: 'Visa',
  other: 'Other',
};

/** `$4,775` */
export function phraseUsd(amountUsd: number): string {
  return `$${String(amountUsd).replace(/\B(?=(\d{3})+$)/g, ',')}`;
}
