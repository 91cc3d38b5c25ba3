/** What must be so when a season is over: no answered update lost, every rotation followed, no time move overdue. */
import { HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { runStatesOf } from '#shared/people/workflow/runs.ts';
import type { Executions } from '#shared/people/workflow/workflow.ts';
import { passTime } from '#shared/plan/moves/pass-time.ts';
import { chunkId } from '#shared/store/keys.ts';
import type { Store } from '#shared/store/store.ts';
import type { World } from '#shared/world/world.ts';

/** Every update that was answered as accepted stands exactly once in the person's past, in the item or its chunks. */
export async function lostUpdatesOf(
  store: Store,
  accepted: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<number> {
  let lost = 0;
  for (const [personId, updateIds] of accepted) {
    const item = await store.read('applicant', personId);
    const past = item?.history.map(({ id }) => id) ?? [];
    for (let n = 1; n <= (item?.chunks ?? 0); n += 1) {
      const chunk = await store.read('chunk', chunkId(personId, n));
      past.push(...(chunk?.history.map(({ id }) => id) ?? []));
    }
    for (const id of updateIds) if (past.filter((each) => each === id).length !== 1) lost += 1;
  }
  return lost;
}

/** Rotations without a living execution that waits for what the item says, and time moves two hours overdue. */
export async function unfollowedOf(of: {
  readonly store: Store;
  readonly world: World;
  readonly executions: Executions;
  readonly ids: readonly string[];
  readonly now: Instant;
}): Promise<number> {
  let unfollowed = 0;
  for (const id of of.ids) {
    const item = await of.store.read('applicant', id);
    if (!item) continue;
    unfollowed += passTime(item.facts, plusMs(of.now, -2 * HOUR_MS), of.world).moved.length;
    for (const { input, state } of runStatesOf(item, of.world)) {
      const lives = (await of.executions.status(input)) === 'running';
      if (state !== 'follows' || !lives) unfollowed += 1;
    }
  }
  return unfollowed;
}
