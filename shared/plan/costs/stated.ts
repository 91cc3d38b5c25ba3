/** Costs from host pages and the fee table, used until the real amount is entered. */

import type { Institution } from '#shared/world/programs/institution.ts';
import type { Provenance } from '#shared/world/provenance.ts';
import type { CostKind } from '../facts/cost.ts';
import type { Profile } from '../facts/facts.ts';
import type { Rotation } from '../facts/rotation.ts';
import type { Estimate } from './estimate.ts';
import { rotationCosts, seasonCosts } from './rotation-costs.ts';

export interface StatedCost {
  readonly kind: CostKind;
  readonly amountUsd: number;
  readonly label: string;
  readonly provenance: Provenance;
}

/** Unknown costs are absent, never "free". */
export function statedForRotation(rotation: Rotation, host: Institution | undefined): StatedCost[] {
  return rotationCosts(rotation, host, {}).flatMap(stated);
}

export function statedForSeason(profile: Profile): StatedCost[] {
  const { entry, ecfmgCertified } = profile;
  return seasonCosts({
    ...(entry && { entry }),
    ...(ecfmgCertified !== undefined && { ecfmgCertified }),
  }).flatMap(stated);
}

function stated({ kind, label, usd, source, checkedOn, certainty }: Estimate): StatedCost[] {
  if (usd === undefined || source === undefined || !checkedOn || !certainty) return [];
  return [{ kind, label, amountUsd: usd, provenance: { source, checkedOn, certainty } }];
}
