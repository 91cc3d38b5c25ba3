/** The plan in one phrase: what a page, an email, or a row of the report says first. */
import type { Day } from '#shared/base/time/day.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { dayShown, type Matter } from './matter.ts';
import type { Standing, Standings } from './standings.ts';
import { byDayShown, lastDaysFrom, type Rank, type Ranked } from './urgency.ts';

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
interface Plan {
  readonly matters: readonly Matter[];
  readonly ordered: readonly Ranked[];
  readonly isReachable: boolean;
  readonly hasRotations: boolean;
  /** Match Day of the plan's season; unknown for a far one. */
  readonly matchDay?: Day;
}

/** @param zone whose calendar "today" is */
export function stateOf(plan: Plan, standings: Standings, now: Instant, zone: string): PlanState {
  const { matters, ordered, isReachable, hasRotations, matchDay } = plan;
  const today = dayIn(zone, now);
  const standing = (each: Matter): Standing =>
    standings.get(each.id) ?? { name: 'ahead', color: 'none' };
  const is = (...names: Standing['name'][]) =>
    matters.filter((each) => names.includes(standing(each).name));
  if (!isReachable) return { name: 'unreachable' };
  if (isSeasonOver(matchDay, today)) return { name: 'over' };
  const late = is('late').filter(
    (each) => each.whose === 'applicant' && each.stake !== 'comfort',
  ).length;
  if (!hasRotations) return { name: 'nothing-planned', late };
  const [first] = ordered;
  if (first?.rank === 'season') return { name: 'needs-you', late, first: first.matter };
  if (first?.rank === 'cannot-be-saved') {
    const { byDays } = standing(first.matter);
    return { name: 'cannot-be', first: first.matter, ...(byDays !== undefined && { byDays }) };
  }
  const isPressed =
    late > 0 ||
    ordered.some(({ rank }) => PRESSING.includes(rank)) ||
    is('open').some((each) => hasLastDays(each, today));
  if (first && isPressed) return { name: 'needs-you', late, first: first.matter };
  const short = is('late', 'open').find(({ count }) => count !== undefined);
  if (short) return { name: 'under-way', short };
  // What has no day, such as a question to a host, hurries nobody.
  const open = ordered.flatMap(({ matter }) =>
    standing(matter).name === 'open' &&
    matter.whose === 'applicant' &&
    (dayShown(matter) ?? matter.opens) !== undefined
      ? [matter]
      : [],
  );
  const held = is('blocked')[0];
  if (open.length === 0 && held) return { name: 'waiting', for: held };
  const next =
    open[0] ??
    is('ahead')
      .filter(({ whose }) => whose === 'applicant')
      .toSorted(byDayShown)[0];
  return { name: 'on-track', ...(next && { next }) };
}

export function isSeasonOver(matchDay: Day | undefined, today: Day): boolean {
  return matchDay !== undefined && plusDays(matchDay, OVER_DAYS) < today;
}

function hasLastDays(each: Matter, today: Day): boolean {
  const from = lastDaysFrom(each);
  return from !== undefined && from <= today;
}

/** What is late, lost, or still unknown on the day on which it was to be begun. */
const PRESSING: readonly Rank[] = ['red-loss', 'past-start'];
