import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { changeWorld } from '#functions/change-world.ts';
import { ofWorld, presentWorld, WORLD_FRESH_MS } from '#functions/present-world.ts';
import { presentApp } from '#functions/routes/present-app.ts';
import { success } from '#shared/base/result.ts';
import { type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { SeasonCorrection } from '#shared/world/corrections/correction.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { memoryStore } from '../season/memory-store.ts';

const NOON: Instant = '2026-11-23T17:00:00.000Z';

const MATCH: SeasonCorrection = {
  of: 'season',
  id: 'c1',
  season: 2028,
  event: 'match-day',
  day: '2028-03-24',
  source: 'NRMP calendar',
  checkedOn: '2026-11-23',
  certainty: 'official',
};

test('a store that holds no change gives the world of the data files', async () => {
  const { worldOf } = stage();
  expect((await worldOf())()).toBe(PUBLISHED_WORLD);
});

test('a correction is seen a minute later at most, and not asked for meanwhile', async () => {
  const { worldOf, correct, after, reads } = stage();
  await worldOf();
  await correct();
  after(WORLD_FRESH_MS - 1);
  expect((await worldOf())().season(2028).dates['match-day']?.day).toBe('2028-03-17');
  expect(reads()).toBe(1);
  after(1);
  expect((await worldOf())().season(2028).dates['match-day']?.day).toBe('2028-03-24');
});

test('while nothing changes it is the same object, so that what was made of it is kept', async () => {
  const { worldOf, correct, after } = stage();
  await correct();
  const app = ofWorld(worldOf, (worldFor) => ({ worldFor }));
  const first = await app();
  after(WORLD_FRESH_MS);
  expect(await app()).toBe(first);
});

test('a store that fails leaves the last good world, and says so', async () => {
  const { worldOf, correct, after, fail, logged } = stage();
  await correct();
  const good = await worldOf();
  fail(true);
  after(WORLD_FRESH_MS);
  expect(await worldOf()).toBe(good);
  expect(logged()).toEqual(['world-not-read']);
});

test('a store that fails before there is a good world is not taken for one without changes', async () => {
  const { worldOf, fail } = stage();
  fail(true);
  await expect(worldOf()).rejects.toThrow('The disk is gone.');
  fail(false);
  expect((await worldOf())()).toBe(PUBLISHED_WORLD);
});

test('pages are made from the world as it is when they are asked for', async () => {
  const { worldOf, correct, after } = stage();
  const pages = ofWorld(worldOf, (worldFor) =>
    new Hono().post('/match', async (c) =>
      c.text(`${await c.req.text()} ${worldFor().season(2028).dates['match-day']?.day}`),
    ),
  );
  const app = presentApp(pages);
  const ask = async () => (await app.request('/match', { method: 'POST', body: 'on' })).text();
  expect(await ask()).toBe('on 2028-03-17');
  await correct();
  after(WORLD_FRESH_MS);
  expect(await ask()).toBe('on 2028-03-24');
});

function stage() {
  const store = memoryStore();
  const logged: string[] = [];
  let now = NOON;
  let failing = false;
  let reads = 0;
  const clock = { now: () => now };
  const worldOf = presentWorld({
    clock,
    store: {
      ...store,
      read: async (kind, id) => {
        reads += 1;
        if (failing) throw new Error('The disk is gone.');
        return store.read(kind, id);
      },
    },
    log: (_, event) => logged.push(event),
  });
  return {
    worldOf,
    reads: () => reads,
    logged: () => logged,
    after: (ms: number) => {
      now = plusMs(now, ms);
    },
    fail: (yes: boolean) => {
      failing = yes;
    },
    correct: () =>
      changeWorld({ store, clock }, (item) => success({ ...item, corrections: [MATCH] })),
  };
}
