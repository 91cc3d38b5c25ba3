/** The Match years that a new plan can be for. */
import { type Day, daysBetween, partsOf } from '#shared/base/time/day.ts';
import type { World } from '../world.ts';

const SEASONS_OPEN = 3;

/** The running season's, until its Match Day is over, and those after it. */
export function matchYearsAt(world: World, today: Day): number[] {
  const { year } = partsOf(today);
  const matchDay = world.season(year).dates['match-day']?.day;
  const first = matchDay && today > matchDay ? year + 1 : year;
  return Array.from({ length: SEASONS_OPEN }, (_, index) => first + index);
}

/** A Match nearer than this leaves no time for most of what the guide advises. */
const AHEAD_DAYS = 300;

/** The first Match year that can still be planned from the start. */
export function matchYearAhead(world: World, today: Day): number {
  const [running = 0, next = running] = matchYearsAt(world, today);
  const matchDay = world.season(running).dates['match-day']?.day ?? today;
  return daysBetween(today, matchDay) < AHEAD_DAYS ? next : running;
}
