/** The Match years that a new plan can be for. */
import { type Day, partsOf } from '#shared/base/time/day.ts';
import type { World } from '../world.ts';

const SEASONS_OPEN = 3;

/** The running season's, until its Match Day is over, and those after it. */
export function matchYearsAt(world: World, today: Day): number[] {
  const { year } = partsOf(today);
  const matchDay = world.season(year).dates['match-day']?.day;
  const first = matchDay && today > matchDay ? year + 1 : year;
  return Array.from({ length: SEASONS_OPEN }, (_, index) => first + index);
}
