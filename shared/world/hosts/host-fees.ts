/** What four weeks cost at a host, as its page states it, by kind. */
import type { Offering } from './offering.ts';

type Fee = NonNullable<NonNullable<Offering['read']>['fees']>[number];

const FEE_WEEKS = 4;

/** All stated fees that everyone pays for four weeks, without what comes back; unknown where one is for some people only. */
export function hostFeeUsd({ read, feeNotes }: Offering): number | undefined {
  const total = fourWeeks((read?.fees ?? []).filter(({ kind }) => kind !== 'deposit'));
  return total !== undefined && total > 0 ? total : feeNotes === undefined ? total : undefined;
}

/** The fees of these kinds; unknown where the page states none of them. */
export function hostFeeOf({ read }: Offering, ...kinds: Fee['kind'][]): number | undefined {
  return fourWeeks((read?.fees ?? []).filter(({ kind }) => kinds.includes(kind)));
}

function fourWeeks(fees: readonly Fee[]): number | undefined {
  const forAll = fees.filter((fee) => fee.for === undefined);
  const stays = forAll.filter(({ per }) => typeof per === 'object');
  const byLength = stays.find(({ per }) => typeof per === 'object' && per.weeks === FEE_WEEKS);
  const byWeek = stays.find(({ per }) => typeof per === 'object' && FEE_WEEKS % per.weeks === 0);
  const stay = byLength ?? byWeek;
  const once = forAll.filter(({ per }) => typeof per === 'string').map(({ usd }) => usd);
  if (forAll.length < fees.length || (once.length === 0 && !stay)) return undefined;
  const perStay =
    stay && typeof stay.per === 'object' ? (stay.usd * FEE_WEEKS) / stay.per.weeks : 0;
  return Math.round(once.reduce((sum, usd) => sum + usd, perStay));
}
