/** The world as it is now: read once for each request and passed on as a value. */
import { type Clock, type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { Store } from '#shared/store/store.ts';
import { worldsOf } from '#shared/world/corrections/changed-world.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { type Parts, readWorld } from './read-world.ts';

/** How long a process may keep the world it read: a corrected date is everywhere a minute later. */
export const WORLD_FRESH_MS = 60_000;

/** The same function while nothing has changed. */
export type WorldOf = () => Promise<WorldFor>;

export interface PresentWorldDeps {
  readonly store: Store;
  readonly clock: Clock;
  /** Called when the world cannot be read and the last good one stays in use. */
  log(level: 'error', event: 'world-not-read', fields: { error: unknown }): void;
}

/** Reads again after `WORLD_FRESH_MS`. Throws only while it has never been read: then there is no last good one. */
export function presentWorld({ store, clock, log }: PresentWorldDeps): WorldOf {
  let last: { version: number; parts: Parts; worldFor: WorldFor; readAt: Instant } | undefined;
  return async () => {
    const now = clock.now();
    if (last && last.readAt <= now && now < plusMs(last.readAt, WORLD_FRESH_MS))
      return last.worldFor;
    try {
      const { item, parts } = await readWorld(store, last?.parts);
      const { version } = item;
      const worldFor = last?.version === version ? last.worldFor : worldsOf(item);
      last = { version, parts, worldFor, readAt: now };
    } catch (error) {
      if (!last) throw error;
      log('error', 'world-not-read', { error });
      last = { ...last, readAt: now };
    }
    return last.worldFor;
  };
}

/** What is built from the world, and rebuilt when the world changes. */
export function ofWorld<Made>(
  worldOf: WorldOf,
  make: (worldFor: WorldFor) => Made,
): () => Promise<Made> {
  let last: { worldFor: WorldFor; made: Made } | undefined;
  return async () => {
    const worldFor = await worldOf();
    if (last?.worldFor !== worldFor) last = { worldFor, made: make(worldFor) };
    return last.made;
  };
}
