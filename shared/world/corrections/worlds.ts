/** The worlds of all cohorts: one for everyone, and one for each cohort with corrections of its own. */
import type { World, WorldFor } from '../world.ts';
import { changedWorld } from './changed-world.ts';
import { isSeenBy } from './unconfirmed.ts';
import type { WorldItem } from './world-item.ts';

/** Each is made when it is first asked for. The item is plain data, for another thread. */
export function worldsOf(item: WorldItem): WorldFor & { readonly item: WorldItem } {
  const everyones = changedWorld(item);
  const made = new Map<string, World>();
  return Object.assign(forCohort, { item });

  function forCohort(cohortId?: string): World {
    if (cohortId === undefined) return everyones;
    const known = made.get(cohortId) ?? worldOf(cohortId);
    made.set(cohortId, known);
    return known;
  }

  function worldOf(cohortId: string): World {
    const hasOwn = item.corrections.some((each) => each.unconfirmed && isSeenBy(each, cohortId));
    return hasOwn ? changedWorld(item, cohortId) : everyones;
  }
}
