/** The plan in one phrase: what a page, an email, or a row of the report says first. */
import type { Day } from '#shared/base/time/day.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { dayShown, type Matter } from './matter.ts';
import type { Standing, Standings } from './standings.ts';
import { byDayShown, isLate, lastDaysFrom, type Ranked } from './urgency.ts';

export type PlanState =
  | { readonly name: 'unreachable' }
  | { readonly name: 'over' }
  /** By when the first application goes out; unknown for a far season. */
  | { readonly name: 'nothing-planned'; readonly late: number; readonly applyBy?: Day }
  /** How many of the reader's own matters are late, and the one that comes first, which may be lost. */
  | {
      readonly name: 'needs-you';
      readonly late: number;
      readonly first: Matter;
      readonly isLost?: true;
    }
  | { readonly name: 'cannot-be'; readonly first: Matter; readonly byDays?: number }
  /** What the plan still lacks, and what comes first meanwhile. */
  | { readonly name: 'under-way'; readonly short: Matter; readonly next: Matter }
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

/** Our default: a plan is over this long after Match Day. */
export const OVER_DAYS = 30;
interface Plan {
  readonly matters: readonly Matter[];
  readonly ordered: readonly Ranked[];
  readonly isReachable: boolean;
  readonly hasRotations: boolean;
  readonly isOver: boolean;
  /** Unknown for a far season. */
  readonly applyBy?: Day;
}

/** @param zone whose calendar "today" is */
export function stateOf(plan: Plan, standings: Standings, now: Instant, zone: string): PlanState {
  const { matters, ordered, isReachable, hasRotations, isOver, applyBy } = plan;
  const today = dayIn(zone, now);
  const standing = (each: Matter): Standing =>
    standings.get(each.id) ?? { name: 'ahead', color: 'none' };
  const is = (...names: Standing['name'][]) =>
    matters.filter((each) => names.includes(standing(each).name));
  if (!isReachable) return { name: 'unreachable' };
  if (isOver) return { name: 'over' };
  const late = matters.filter((each) => isTheirs(each) && isLate(standing(each))).length;
  if (!hasRotations) return { name: 'nothing-planned', late, ...(applyBy && { applyBy }) };
  const [first] = ordered;
  if (first?.rank === 'season') return { name: 'needs-you', late, first: first.matter };
  if (first?.rank === 'cannot-be-saved') {
    const { byDays } = standing(first.matter);
    return { name: 'cannot-be', first: first.matter, ...(byDays !== undefined && { byDays }) };
  }
  const isPressed =
    late > 0 ||
    ordered.some(({ rank }) => rank === 'red-loss') ||
    is('open', 'unknown').some((each) => hasLastDays(each, today));
  if (first && isPressed) {
    const isLost = standing(first.matter).name === 'lost';
    return { name: 'needs-you', late, first: first.matter, ...(isLost && { isLost }) };
  }
  // Where no end of an offer is known, the question about it speaks for the offer.
  const open = ordered.flatMap(({ matter }) =>
    canBeDone(matter, standing(matter)) && (matter.rule !== 'accept' || matter.due) ? [matter] : [],
  );
  const [short] = open.filter(({ count, stake }) => count !== undefined && stake !== 'comfort');
  if (short) return { name: 'under-way', short, next: open[0] ?? short };
  const held = is('blocked')[0];
  if (open.length === 0 && held) return { name: 'waiting', for: held };
  const next =
    open[0] ??
    is('ahead')
      .filter(({ whose }) => whose === 'applicant')
      .toSorted(byDayShown)[0];
  return { name: 'on-track', ...(next && { next }) };
}

/** @param rotations of the plan: one that had none by Match Day has nothing of that season left */
export function isSeasonOver(
  matchDay: Day | undefined,
  today: Day,
  rotations?: readonly Pick<Rotation, 'addedOn'>[],
): boolean {
  if (!matchDay) return false;
  const isTooLate = rotations?.every(({ addedOn }) => addedOn && addedOn > matchDay);
  return plusDays(matchDay, isTooLate ? 0 : OVER_DAYS) < today;
}

function hasLastDays(each: Matter, today: Day): boolean {
  const from = lastDaysFrom(each);
  return from !== undefined && from <= today;
}

/** What has no day, such as a question to a host, is never urgent. */
function canBeDone(each: Matter, { name }: Standing): boolean {
  return (
    each.whose === 'applicant' &&
    (name === 'open' || name === 'late' || name === 'unknown') &&
    (dayShown(each) ?? each.opens) !== undefined
  );
}

/** A comfort is late without making the plan late. */
export function isTheirs({ whose, stake }: Matter): boolean {
  return whose === 'applicant' && stake !== 'comfort';
}
