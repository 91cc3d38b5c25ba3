/** A cohort read whole: every page of its index once, and no item. */
import { expect, test } from 'vitest';
import { wholeCohort } from '#functions/whole-cohort.ts';
import type { Store } from '#shared/store/store.ts';
import { alice } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

test('everybody, page by page, and no item is read', async () => {
  const store = memoryStore();
  for (let n = 0; n < 1005; n += 1) await store.write(alice({ id: `p${n}` }));
  let pages = 0;
  const counted: Store = {
    ...store,
    cohort: (...asked) => {
      pages += 1;
      return store.cohort(...asked);
    },
    read: () => Promise.reject(new Error('An item was read.')),
  };
  const people = await wholeCohort(counted, 'c2028');
  expect([people.length, new Set(people.map(({ id }) => id)).size, pages]).toEqual([1005, 1005, 2]);
});

test('more than one report can count is an error, never a part', async () => {
  const endless = { cohort: async () => ({ rows: Array(1000).fill({}), next: 'more' }) };
  await expect(wholeCohort(endless as unknown as Store, 'c2028')).rejects.toThrow('more than');
});
