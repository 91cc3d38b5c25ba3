/** A cohort is read whole and in pieces, on one machine too: others are answered in between. */
import { afterAll, expect, test } from 'vitest';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { wholeCohort } from '#functions/whole-cohort.ts';
import type { Store } from '#shared/store/store.ts';
import { BIG_COHORT, fillCohort } from '../bench/big-cohort.ts';

const store = openSqliteStore(':memory:');
afterAll(() => store.close());

/** How often others get a turn while this is done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const turn = () => {
    if (isOver) return;
    turns += 1;
    setImmediate(turn);
  };
  setImmediate(turn);
  try {
    await work();
  } finally {
    isOver = true;
  }
  return turns;
}

test('of seven hundred people is whole without reading an item, and gives others a turn for every few hundred', async () => {
  await fillCohort(store, 700);
  const indexOnly: Store = {
    ...store,
    read: () => Promise.reject(new Error('An item was read.')),
  };
  const turns = await turnsDuring(async () => {
    const people = await wholeCohort(indexOnly, BIG_COHORT);
    expect([people.length, new Set(people.map(({ id }) => id)).size]).toEqual([700, 700]);
  });
  expect(turns).toBeGreaterThanOrEqual(3);
});

test('of nobody is read at once', async () => {
  expect(await wholeCohort(store, 'nobodys')).toEqual([]);
});

test('more than one report can count is an error, never a part', async () => {
  const endless = { cohort: async () => ({ rows: Array(1000).fill({}), next: 'more' }) };
  await expect(wholeCohort(endless as unknown as Store, 'c2028')).rejects.toThrow('more than');
});
