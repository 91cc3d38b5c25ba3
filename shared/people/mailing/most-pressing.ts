/** The order of open steps, the same in emails and on the plan page. */
import { SEASON_NEAR_DAYS } from '#shared/agenda/state.ts';
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

/** As the state of a plan: the season's own near day, what was just lost, near or missed hard days, then all by day. */
export function mostPressing(occasions: readonly Occasion[], today: Day): Occasion[] {
  return occasions
    .filter((occasion) => isPossible(occasion, today) && !isSpent(occasion, today))
    .toSorted((a, b) => rankOf(a, today) - rankOf(b, today) || byDay(a, b));
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

function rankOf({ ladder, deadline, rotationId, isCount }: Occasion, today: Day): number {
  const days = daysBetween(today, deadline.day);
  const isHard = ladder === 'hard' || ladder === 'last-call';
  if (isHard && !rotationId && days <= SEASON_NEAR_DAYS) return 0;
  if (ladder === 'loss' && rotationId) return 1;
  // Nothing more can be done about a count that was missed.
  if (ladder === 'loss' && isCount) return 4;
  return isHard && days <= NEAR_DAYS ? 2 : 3;
}

function byDay(a: Occasion, b: Occasion): number {
  return a.deadline.at < b.deadline.at ? -1 : a.deadline.at > b.deadline.at ? 1 : 0;
}
