/** The one way to change an item: many at once, those who lose every race, and what a judge may answer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { Contended, change } from '#functions/change.ts';
import { countSent } from '#functions/store/tally.ts';
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import { CONFLICT_PAUSE_MS_MAX, pauseMs, type Store } from '#shared/store/store.ts';
import { alice } from '../cast.ts';
import { memoryStore, pauseByTurns } from '../season/memory-store.ts';
import { portsOf } from './ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'away-change-'));
const file = openSqliteStore(join(folder, 'store.db'));
afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

const STORES: readonly (readonly [string, Store])[] = [
  ['in memory', memoryStore()],
  ['of SQLite', { ...file, pause: pauseByTurns() }],
];

describe.each(STORES)('fifty writers at once in a store %s', (_, store) => {
  test('of one tally are all counted', async () => {
    const counted = await Promise.all(
      Array.from({ length: 50 }, () => countSent(portsOf(store), false)),
    );
    expect(counted).toEqual(Array(50).fill(true));
    expect(await store.read('email-tally', '2026-11-23')).toMatchObject({ sent: 50, version: 50 });
  });
});

/** Alice in a store where the given number of writes lose to someone who was first. */
async function contested(races: number) {
  const store = memoryStore();
  await store.write(alice());
  const pauses: number[] = [];
  let left = races;
  const raced: Store = {
    ...store,
    write: async (item, alongside) => {
      if (left > 0) {
        left -= 1;
        const other = await store.read('applicant', 'alice');
        await store.write({ ...(other ?? alice()), linkEpoch: (other?.linkEpoch ?? 0) + 1 });
      }
      return store.write(item, alongside);
    },
    remove: (item) => (races > 0 ? store.remove({ ...item, version: 0 }) : store.remove(item)),
    pause: async (lost) => void pauses.push(lost),
  };
  return { ports: portsOf(raced), pauses, now: () => store.read('applicant', 'alice') };
}

describe('after a lost race', () => {
  test('the judge decides again, from the new reading', async () => {
    const { ports, now } = await contested(2);
    const epochs: (number | undefined)[] = [];
    const answer = await change(ports, 'applicant', 'alice', (item = alice()) => {
      epochs.push(item.linkEpoch);
      return { write: { ...item, failures: item.failures + 1 }, answer: item.linkEpoch };
    });
    expect([answer, epochs]).toEqual([2, [0, 1, 2]]);
    expect(await now()).toMatchObject({ linkEpoch: 2, failures: 1 });
  });

  test('others go first, for longer each time', async () => {
    const { ports, pauses } = await contested(3);
    await change(ports, 'applicant', 'alice', (item) => (item ? { write: { ...item } } : {}));
    expect(pauses).toEqual([1, 2, 3]);
    expect([1, 2, 3, 20].map((lost) => pauseMs(lost, 1))).toEqual([40, 80, 160, 1000]);
    expect([pauseMs(3, 0), pauseMs(3, 0.5)]).toEqual([0, 80]);
  });

  test('of all of them it gives up with an error that says so, or with the answer for it', async () => {
    const { ports, pauses, now } = await contested(Number.POSITIVE_INFINITY);
    const judge = (item = alice()) => ({ write: { ...item, failures: 7 }, answer: 'written' });
    await expect(change(ports, 'applicant', 'alice', judge)).rejects.toThrow(Contended);
    expect(pauses).toHaveLength(CONFLICT_RETRIES_MAX);
    expect(await change(ports, 'applicant', 'alice', judge, () => 'given up')).toBe('given up');
    expect(await now()).toMatchObject({ failures: 0 });
  });

  test('pauses end well before a request does', () => {
    const longest = Array.from({ length: CONFLICT_RETRIES_MAX }, (_, lost) => pauseMs(lost + 1, 1));
    expect(longest.reduce((sum, ms) => sum + ms)).toBeLessThan(CONFLICT_RETRIES_MAX * 800);
    expect(Math.max(...longest)).toBe(CONFLICT_PAUSE_MS_MAX);
  });
});

describe('an item', () => {
  test('that is there is removed, under the version that was judged', async () => {
    const calm = await contested(0);
    await change(calm.ports, 'applicant', 'alice', (item) => (item ? { remove: item } : {}));
    expect(await calm.now()).toBeUndefined();
    const busy = await contested(1);
    const removal = change(busy.ports, 'applicant', 'alice', (item) =>
      item ? { remove: item } : {},
    );
    await expect(removal).rejects.toThrow(Contended);
    expect(await busy.now()).toBeDefined();
  });

  test('stays as it is when the judge answers nothing to write, or the very reading', async () => {
    const { ports, now } = await contested(0);
    expect(await change(ports, 'applicant', 'alice', () => ({ answer: 'no' }))).toBe('no');
    const same = await change(ports, 'applicant', 'alice', (item = alice()) => ({
      write: item,
      answer: 'same',
    }));
    expect([same, (await now())?.version]).toEqual(['same', 1]);
  });

  test('that is not there is made once, however many make it', async () => {
    const store = memoryStore();
    const made = await Promise.all(
      [1, 2, 3].map(() =>
        change(portsOf(store), 'applicant', 'alice', (item) =>
          item ? { answer: 'found' } : { write: alice(), answer: 'made' },
        ),
      ),
    );
    expect(made.toSorted()).toEqual(['found', 'found', 'made']);
  });
});
