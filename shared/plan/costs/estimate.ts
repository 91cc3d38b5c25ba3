/** Estimated costs of a season, item by item. An unknown amount is absent, never zero. */
import { phraseUsd } from '#shared/base/sentence.ts';
import type { Provenance } from '#shared/world/provenance.ts';
import type { CostKind } from '../facts/cost.ts';

export interface Estimate extends Partial<Provenance> {
  readonly kind: CostKind;
  readonly label: string;
  /** Whole US dollars. Absent: not known. */
  readonly usd?: number;
  /** Absent for what is paid once per season. */
  readonly rotationId?: string;
}

export interface CostTotal {
  /** The real total is at least this. */
  readonly knownUsd: number;
  /** The number of items without an amount. */
  readonly unknown: number;
}

export function totalOf(costs: readonly Pick<Estimate, 'usd'>[]): CostTotal {
  return {
    knownUsd: costs.reduce((sum, { usd }) => sum + (usd ?? 0), 0),
    unknown: costs.filter(({ usd }) => usd === undefined).length,
  };
}

export function addTotals(totals: readonly CostTotal[]): CostTotal {
  return totals.reduce(
    (sum, each) => ({
      knownUsd: sum.knownUsd + each.knownUsd,
      unknown: sum.unknown + each.unknown,
    }),
    { knownUsd: 0, unknown: 0 },
  );
}

/** `$12,345, plus 3 unknown` */
export function totalWords({ knownUsd, unknown }: CostTotal): string {
  if (knownUsd === 0 && unknown > 0) return 'not known';
  const known = phraseUsd(knownUsd);
  return unknown > 0 ? `${known}, plus ${unknown} unknown` : known;
}
