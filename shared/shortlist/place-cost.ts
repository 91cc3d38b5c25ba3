/** What a place costs for four weeks, by kind: what is not stated stays unknown beside the sum. */

import { type CostTotal, type Estimate, totalOf } from '#shared/plan/costs/estimate.ts';
import { feeOf } from '#shared/plan/costs/rotation-costs.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { hostFeeOf, type Institution } from '#shared/world/programs/institution.ts';
import type { ShortlistProfile } from './profile.ts';

export interface PlaceCost extends CostTotal {
  readonly items: readonly Pick<Estimate, 'label' | 'usd'>[];
}

export function placeCost(
  { offering }: Institution,
  route: Rotation['route'],
  { costs }: ShortlistProfile,
): PlaceCost {
  const application = hostFeeOf(offering, 'application', 'administration');
  const vslo = route === 'vslo' ? feeOf('vslo-elective').usd : 0;
  const items = [
    item('Application', application === undefined ? vslo || undefined : application + vslo),
    item('Tuition', hostFeeOf(offering, 'tuition')),
    item('Housing', costs.housingUsdPerMonth),
  ];
  return { items, ...totalOf(items) };
}

function item(label: string, usd: number | undefined): PlaceCost['items'][number] {
  return { label, ...(usd !== undefined && { usd }) };
}
