/** The order of open steps, the same in emails and on the plan page. */

import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import type { Occasion } from '#shared/words/occasions.ts';

/** A hard deadline this near comes before everything else. */
const NEAR_DAYS = 30;
/** After this many days past its deadline, a step is no longer shown. */
const SPENT_DAYS: Readonly<Record<Occasion['ladder'], number>> = {
  hard: 365,
  window: 365,
  prompt: 365,
  'last-call': 1,
  loss: 30,
};

/** What can be done today: near or missed hard deadlines first, then everything else by day, including what is late. */
export function mostPressing(occasions: readonly Occasion[], today: Day): Occasion[] {
  return occasions
    .filter((occasion) => isPossible(occasion, today) && !isSpent(occasion, today))
    .toSorted((a, b) => Number(isNearHard(b, today)) - Number(isNearHard(a, today)) || byDay(a, b));
}

/** What opens later, soonest first. */
export function comingUp(occasions: readonly Occasion[], today: Day): Occasion[] {
  return occasions
    .filter((occasion) => !isPossible(occasion, today))
    .toSorted((a, b) => ((a.opens ?? '') < (b.opens ?? '') ? -1 : 1));
}

function isPossible(occasion: Occasion, today: Day): boolean {
  return occasion.opens === undefined || occasion.opens <= today;
}

function isSpent(occasion: Occasion, today: Day): boolean {
  return plusDays(occasion.deadline.day, SPENT_DAYS[occasion.ladder]) < today;
}

function isNearHard({ ladder, deadline }: Occasion, today: Day): boolean {
  const isHard = ladder === 'hard' || ladder === 'last-call';
  return isHard && daysBetween(today, deadline.day) <= NEAR_DAYS;
}

function byDay(a: Occasion, b: Occasion): number {
  return a.deadline.at < b.deadline.at ? -1 : a.deadline.at > b.deadline.at ? 1 : 0;
}
