import { expect, test } from 'vitest';
import { changeWorld } from '#functions/change-world.ts';
import { readWorld, worldItem } from '#functions/read-world.ts';
import { success } from '#shared/base/result.ts';
import type { Unconfirmed } from '#shared/world/corrections/unconfirmed.ts';
import { UNCHANGED_WORLD } from '#shared/world/corrections/world-item.ts';
import { memoryStore } from '../season/memory-store.ts';
import { matchDay } from '../shared/people/mailing/worlds.ts';
import { portsOf } from './ports.ts';

/** Two shares: everyone's, and what one advisor entered. */
async function twoShares() {
  const store = memoryStore();
  await enter(store, 'c1');
  await enter(store, 'c2', { by: 'Dana', advisorId: 'dana', cohortIds: ['demo'] });
  return store;
}

function enter(store: ReturnType<typeof memoryStore>, id: string, unconfirmed?: Unconfirmed) {
  const correction = { ...matchDay('2028-03-24'), id, ...(unconfirmed && { unconfirmed }) };
  return changeWorld(portsOf(store), (item) =>
    success({ ...item, corrections: [...item.corrections, correction] }),
  );
}

test('a world that nobody changed has no parts', async () => {
  expect(await readWorld(memoryStore())).toEqual({ item: UNCHANGED_WORLD, parts: new Map() });
});

test('a reader who keeps what it has reads only the share that changed', async () => {
  const store = await twoShares();
  const { parts } = await readWorld(store);
  await enter(store, 'c3');
  const read: string[] = [];
  const watched: typeof store = {
    ...store,
    read: (kind, id) => {
      read.push(kind);
      return store.read(kind, id);
    },
  };
  const { item } = await readWorld(watched, parts);
  expect(item.corrections.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
  expect(read).toEqual(['world', 'world-part']);
});

test('a part that is replaced while it is read is read again', async () => {
  const store = await twoShares();
  let isFirst = true;
  const racing: typeof store = {
    ...store,
    read: async (kind, id) => {
      if (kind === 'world-part' && isFirst) {
        isFirst = false;
        await enter(store, 'c3');
      }
      return store.read(kind, id);
    },
  };
  expect((await worldItem(racing)).corrections).toHaveLength(3);
});

test('a part that is lost is no empty world', async () => {
  const store = await twoShares();
  const { parts } = await readWorld(store);
  for (const part of parts.values()) await store.remove(part);
  await expect(worldItem(store)).rejects.toThrow('A part of the world is missing.');
});
