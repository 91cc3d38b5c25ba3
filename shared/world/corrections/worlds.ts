/** The worlds of all cohorts: one for everyone, and one for each cohort with corrections or facts of its own. */
import type { World, WorldFor } from '../world.ts';
import { changedWorld } from './changed-world.ts';
import type { FactsItem } from './entered/facts-item.ts';
import { countsFor, worldWithFacts } from './entered/world-with-facts.ts';
import { isSeenBy } from './unconfirmed.ts';
import type { WorldItem } from './world-item.ts';

/** What worlds are made of beside the release's own files: plain data, for another thread. */
export interface WorldRows {
  readonly item: WorldItem;
  readonly facts: FactsItem;
}

/** Each is made when it is first asked for. */
export function worldsOf(
  item: WorldItem,
  entered: FactsItem,
): WorldFor & { readonly rows: WorldRows } {
  const { facts } = entered;
  const everyones = worldWithFacts(facts, changedWorld(item));
  const made = new Map<string, World>();
  return Object.assign(forCohort, { rows: { item, facts: entered } });

  function forCohort(cohortId?: string): World {
    if (cohortId === undefined) return everyones;
    const known = made.get(cohortId) ?? worldOf(cohortId);
    made.set(cohortId, known);
    return known;
  }

  function worldOf(cohortId: string): World {
    const hasOwn =
      item.corrections.some((each) => each.unconfirmed && isSeenBy(each, cohortId)) ||
      facts.some((fact) => fact.unconfirmed && countsFor(fact, cohortId));
    return hasOwn ? worldWithFacts(facts, changedWorld(item, cohortId), cohortId) : everyones;
  }
}
