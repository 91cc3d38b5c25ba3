import { describe, expect, test } from 'vitest';
import { Contended, makeDue } from '#functions/change.ts';
import type { Store } from '#shared/store/store.ts';
import { alice, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';
import { portsOf } from './ports.ts';

const NEXT_WEEK = '2026-11-30T15:00:00.000Z';
const ALICE = { kind: 'applicant', id: 'alice' } as const;

async function withAlice(dueAt: typeof MONDAY) {
  const store = memoryStore();
  await store.write(alice({ dueAt }));
  return store;
}

describe('a visit that is requested', () => {
  test('comes at the next sweep', async () => {
    const store = await withAlice(NEXT_WEEK);
    expect(await makeDue(portsOf(store), ALICE, MONDAY)).toBe(true);
    expect(await store.read('applicant', 'alice')).toMatchObject({ dueAt: MONDAY });
  });

  test('is asked for again after a lost race', async () => {
    const store = await withAlice(NEXT_WEEK);
    let races = 1;
    const raced: Store = {
      ...store,
      write: async (item, alongside) => {
        races -= 1;
        return races === 0 ? { written: false } : store.write(item, alongside);
      },
    };
    expect(await makeDue(portsOf(raced), ALICE, MONDAY)).toBe(true);
    expect(await store.read('applicant', 'alice')).toMatchObject({ dueAt: MONDAY });
  });
});

describe('nothing is written', () => {
  test('of somebody who is due already', async () => {
    const store = await withAlice(MONDAY);
    expect(await makeDue(portsOf(store), ALICE, MONDAY)).toBe(false);
    expect(await store.read('applicant', 'alice')).toMatchObject({ version: 1 });
  });

  test('of nobody', async () => {
    expect(await makeDue(portsOf(memoryStore()), ALICE, MONDAY)).toBe(false);
  });

  test('where every race is lost, and that is no quiet no', async () => {
    const store = await withAlice(NEXT_WEEK);
    const busy: Store = { ...store, write: async () => ({ written: false }) };
    await expect(makeDue(portsOf(busy), ALICE, MONDAY)).rejects.toThrow(Contended);
  });
});
