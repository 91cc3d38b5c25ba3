/** The order of open steps, the same in emails and on the plan page. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { Occasion } from '#shared/words/occasions.ts';

/** How long a missed count is shown. Our default. */
const MISSED_SHOWN_DAYS = 30;

/** In the order of the plan's state. @param begun the latest day that has started both for the reader and in the US */
export function mostPressing(occasions: readonly Occasion[], begun: Day): Occasion[] {
  return occasions
    .filter((occasion) => (!occasion.opens || occasion.opens <= begun) && !isSpent(occasion, begun))
    .toSorted((a, b) => a.place - b.place);
}

/** On a plan without a rotation, only a season date that cannot wait comes before the first rotation. */
export function isPutFirst({ rank }: Pick<Occasion, 'rank'>, hasRotations: boolean): boolean {
  return hasRotations || rank === 'season';
}

/** A loss that is no longer mentioned. */
function isSpent({ ladder, rank, deadline }: Occasion, today: Day): boolean {
  if (rank === 'missed') return plusDays(deadline.day, MISSED_SHOWN_DAYS) < today;
  return ladder === 'loss' && rank === 'rest';
}
