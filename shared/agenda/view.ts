/** What an agenda may look at: facts, world, and the season of the plan. Never the clock. */
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';

export interface View {
  readonly facts: Facts;
  readonly season: Season;
  readonly world: World;
}

export function viewOf(facts: Facts, world: World): View {
  return { facts, world, season: world.season(facts.profile.matchYear) };
}
