/** What a season may cost, item by item, before anybody paid. A sum that is not known is absent and counted as such; never zero. */
import type * as z from 'zod';
import type { Provenance } from '#shared/world/provenance.ts';
import type { costSchema } from '../facts/cost.ts';

export type CostKind = z.infer<typeof costSchema>['kind'];

export interface Estimate extends Partial<Provenance> {
  readonly kind: CostKind;
  readonly label: string;
  /** Whole US dollars. Absent: not known. */
  readonly usd?: number;
  /** Absent for what is paid once a season. */
  readonly rotationId?: string;
}

export interface CostTotal {
  /** The sum of what is known: the real one is at least this. */
  readonly knownUsd: number;
  /** How many items have no figure. */
  readonly unknown: number;
}

/** The sum of what is known, in US dollars, beside how many costs are unknown: an unknown one is never counted as 0. */
export function totalOf(costs: readonly Pick<Estimate, 'usd'>[]): CostTotal {
  return {
    knownUsd: costs.reduce((sum, { usd }) => sum + (usd ?? 0), 0),
    unknown: costs.filter(({ usd }) => usd === undefined).length,
  };
}

/** Several totals as one; what is unknown stays counted. */
export function addTotals(totals: readonly CostTotal[]): CostTotal {
  return totals.reduce(
    (sum, each) => ({
      knownUsd: sum.knownUsd + each.knownUsd,
      unknown: sum.unknown + each.unknown,
    }),
    { knownUsd: 0, unknown: 0 },
  );
}

/** `12,345 US dollars, and 3 not known` */
export function totalWords({ knownUsd, unknown }: CostTotal): string {
  const known = `${knownUsd.toLocaleString('en-US')} US dollars`;
  return unknown > 0 ? `${known}, and ${unknown} not known` : known;
}
