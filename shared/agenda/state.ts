/** The plan in one phrase: what a page, an email, or a row of the report says first. */
import type { Day } from '#shared/base/time/day.ts';
import { daysBetween, plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { dayShown, type Matter } from './matter.ts';
import type { Standing, Standings } from './standings.ts';

export type PlanState =
  | { readonly name: 'unreachable' }
  | { readonly name: 'over' }
  | { readonly name: 'nothing-planned'; readonly late: number }
  /** How many of the reader's own matters are late, and the one that comes first. */
  | { readonly name: 'needs-you'; readonly late: number; readonly first: Matter }
  | { readonly name: 'cannot-be'; readonly first: Matter; readonly byDays?: number }
  | { readonly name: 'under-way'; readonly short: Matter }
  | { readonly name: 'waiting'; readonly for: Matter }
  | { readonly name: 'on-track'; readonly next?: Matter };

export const STATE_NAMES = [
  'unreachable',
  'over',
  'nothing-planned',
  'needs-you',
  'cannot-be',
  'under-way',
  'waiting',
  'on-track',
] as const satisfies readonly PlanState['name'][];

/** Ours: a plan is over so long after Match Day. */
export const OVER_DAYS = 30;
/** A hard date of the season is the whole of the message from so long before. Ours. */
export const SEASON_NEAR_DAYS = 14;
/** A loss is said until it is answered, and no longer than this. Ours. */
export const LOSS_SAID_DAYS = 30;

interface Plan {
  readonly matters: readonly Matter[];
  readonly isReachable: boolean;
  readonly hasRotations: boolean;
  /** Match Day of the plan's season; unknown for a far one. */
  readonly matchDay?: Day;
}

/** @param zone whose calendar "today" is */
export function stateOf(plan: Plan, standings: Standings, now: Instant, zone: string): PlanState {
  const { matters, isReachable, hasRotations, matchDay } = plan;
  const today = dayIn(zone, now);
  const standing = (each: Matter): Standing =>
    standings.get(each.id) ?? { name: 'ahead', color: 'none' };
  const is = (...names: Standing['name'][]) =>
    matters.filter((each) => names.includes(standing(each).name));
  if (!isReachable) return { name: 'unreachable' };
  if (matchDay && plusDays(matchDay, OVER_DAYS) < today) return { name: 'over' };
  const mine = is('late')
    .filter((each) => each.whose === 'applicant' && each.stake !== 'comfort')
    .toSorted(byUrgency);
  if (!hasRotations) return { name: 'nothing-planned', late: mine.length };

  const season = is('late', 'open').find(
    (each) =>
      each.stake === 'season' &&
      each.hard &&
      each.due !== undefined &&
      (standing(each).name === 'late' || daysBetween(today, each.due.day) <= SEASON_NEAR_DAYS),
  );
  if (season) return { name: 'needs-you', late: mine.length, first: season };
  const loss = is('lost').find((each) => {
    const { color, byDays = 0 } = standing(each);
    return color === 'cannot-be-saved' && each.stake !== 'comfort' && byDays <= LOSS_SAID_DAYS;
  });
  if (loss) {
    const { byDays } = standing(loss);
    return { name: 'cannot-be', first: loss, ...(byDays !== undefined && { byDays }) };
  }
  const isPressing = (each: Matter) => each.whose === 'applicant' && isPastStart(each, today);
  const [first] = [
    ...is('lost').filter((each) => standing(each).color === 'red'),
    ...mine,
    ...is('unknown').filter(isPressing),
  ];
  if (first) return { name: 'needs-you', late: mine.length, first };
  const short = is('late', 'open').find(({ count }) => count !== undefined);
  if (short) return { name: 'under-way', short };
  // What has no day, such as a question to a host, hurries nobody.
  const open = is('open')
    .filter((each) => each.whose === 'applicant' && (dayShown(each) ?? each.opens) !== undefined)
    .toSorted(byUrgency);
  const held = is('blocked')[0];
  if (open.length === 0 && held) return { name: 'waiting', for: held };
  const next =
    open[0] ??
    is('ahead')
      .filter(({ whose }) => whose === 'applicant')
      .toSorted(byUrgency)[0];
  return { name: 'on-track', ...(next && { next }) };
}

/** Whether it is possible at all is still unknown on the day on which it was to be begun. */
function isPastStart(each: Matter, today: Day): boolean {
  const shown = dayShown(each);
  return shown !== undefined && shown < today;
}

/** What is lost first comes first, then the day that is shown. */
export function byUrgency(a: Matter, b: Matter): number {
  return compare(a.lastDay?.day, b.lastDay?.day) || compare(dayShown(a), dayShown(b));
}

function compare(a: Day | undefined, b: Day | undefined): number {
  if (a === b) return 0;
  if (!a) return 1;
  if (!b) return -1;
  return a < b ? -1 : 1;
}
