/** What a host's own page says its fees are: a cost to plan with until the real one is entered. */
import { type Institution, provenanceOf } from '../programmes/institution.ts';
import type { Provenance } from '../provenance.ts';
import type { CostKind } from './cost.ts';

export interface StatedCost {
  readonly kind: CostKind;
  readonly amountUsd: number;
  /** The page's own words, where it has more than the number. */
  readonly words?: string;
  readonly provenance: Provenance;
}

/** All stated fees of four weeks, as one; empty where the host states none. Unknown is not "free". */
export function statedCosts(host: Institution | undefined): StatedCost[] {
  if (host?.feeUsd === undefined) return [];
  return [
    {
      kind: 'host-fee',
      amountUsd: host.feeUsd,
      ...(host.feesStated && { words: host.feesStated }),
      provenance: provenanceOf(host, 'feeUsd'),
    },
  ];
}
