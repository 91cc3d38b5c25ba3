/** The changes of the world, from the item that names its parts and from the parts. */
import type { Store } from '#shared/store/store.ts';
import {
  type StoredWorld,
  UNCHANGED_WORLD,
  WORLD_ID,
  type WorldItem,
  type WorldPart,
} from '#shared/world/corrections/world-item.ts';

/** A missing part was replaced after the item was read; several in a row mean that it is lost. */
const READS_MAX = 4;

/** Parts by id. They never change, so that a reader keeps those it has. */
export type Parts = ReadonlyMap<string, WorldPart>;

interface WorldRead {
  readonly item: WorldItem;
  readonly parts: Parts;
}

export async function readWorld(store: Store, kept: Parts = new Map()): Promise<WorldRead> {
  for (let reads = 0; reads < READS_MAX; reads += 1) {
    const stored = await store.read('world', WORLD_ID);
    if (!stored) return { item: UNCHANGED_WORLD, parts: new Map() };
    const parts = await partsOf(store, stored, kept);
    if (parts) return { item: assembled(stored, parts), parts };
  }
  throw new Error('A part of the world is missing.');
}

export async function worldItem(store: Store): Promise<WorldItem> {
  return (await readWorld(store)).item;
}

/** Undefined while one is missing. */
export async function partsOf(
  store: Store,
  { parts }: StoredWorld,
  kept: Parts = new Map(),
): Promise<Parts | undefined> {
  const ids = Object.values(parts);
  const found = await Promise.all(
    ids.map(async (id) => kept.get(id) ?? store.read('world-part', id)),
  );
  const held = found.flatMap((part) => (part ? [[part.id, part] as const] : []));
  return held.length === ids.length ? new Map(held) : undefined;
}

export function assembled({ parts: _, ...stored }: StoredWorld, parts: Parts): WorldItem {
  const entries = [...parts.values()].flatMap((part) => part.entries);
  return {
    ...stored,
    corrections: entries.toSorted((a, b) => a.nth - b.nth).map(({ correction }) => correction),
  };
}
