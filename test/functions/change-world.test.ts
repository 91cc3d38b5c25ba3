import { expect, test } from 'vitest';
import { AUDIT_KEPT, changeWorld } from '#functions/change-world.ts';
import { worldItem } from '#functions/read-world.ts';
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import { plusDays } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Item } from '#shared/store/items.ts';
import {
  correct,
  takeBack,
  UNCONFIRMED_CORRECTIONS_MAX,
} from '#shared/world/corrections/change-world.ts';
import type { SeasonCorrection } from '#shared/world/corrections/correction.ts';
import { memoryStore } from '../season/memory-store.ts';
import { portsOf } from './ports.ts';

const NOW: Instant = '2027-02-01T15:00:00.000Z';

function match(id: string, days = 0): SeasonCorrection {
  return {
    of: 'season',
    id,
    season: 2028,
    event: 'match-day',
    day: plusDays('2028-03-18', days),
    source: 'https://www.nrmp.org/match-calendars/',
    checkedOn: '2027-02-01',
    certainty: 'official',
  };
}

const move = (of: SeasonCorrection) => (item: Parameters<typeof correct>[0]) =>
  correct(item, of, { id: of.id, by: 'dr-lee', reason: 'moved' }, NOW);

test('two who change the world at once are both heard', async () => {
  const store = memoryStore();
  const answers = await Promise.all([
    changeWorld(portsOf(store), move(match('c1'))),
    changeWorld(portsOf(store), move({ ...match('c2'), event: 'eras-opens', day: '2027-06-09' })),
  ]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  expect((await worldItem(store)).corrections).toHaveLength(2);
});

test('a refusal writes nothing', async () => {
  const store = memoryStore();
  const response = await changeWorld(portsOf(store), move({ ...match('c1'), source: 'hearsay' }));
  expect(response.ok).toBe(false);
  expect((await worldItem(store)).version).toBe(0);
});

test('a store that never lets it through is answered as busy', async () => {
  const store = memoryStore();
  let writes = 0;
  const contended = {
    ...store,
    write: async ({ kind }: Item) => {
      if (kind === 'world') writes += 1;
      return { written: false } as const;
    },
  };
  expect(await changeWorld(portsOf(contended), move(match('c1')))).toMatchObject({
    failure: { reason: 'busy' },
  });
  expect(writes).toBe(CONFLICT_RETRIES_MAX + 1);
});

test('older audit entries are put aside, none is lost, and a current correction can still be withdrawn', async () => {
  const store = memoryStore();
  await changeWorld(
    portsOf(store),
    move({ ...match('first'), event: 'eras-opens', day: '2027-06-09' }),
  );
  for (let n = 1; n <= 2 * AUDIT_KEPT; n += 1)
    await changeWorld(portsOf(store), move(match(`c${n}`, n % 7)));
  const item = await worldItem(store);
  const aside = await store.read('world-audit', '1');
  expect(item.chunks).toBe(1);
  const ids = [...(aside?.entries ?? []), ...item.audit].map(({ id }) => id);
  expect(new Set(ids).size).toBe(2 * AUDIT_KEPT + 1);
  const by = { id: 'back', by: 'dr-lee', reason: 'a slip' };
  const back = await changeWorld(portsOf(store), (now) => takeBack(now, 'first', by, NOW));
  expect(back.ok && back.value.corrections.map(({ id }) => id)).not.toContain('first');
});

/** What the advisor of one cohort enters about its own season. */
function entered(cohort: number, n: number): SeasonCorrection {
  const cohortId = `school-${cohort}`;
  const unconfirmed = { by: `Advisor ${cohort}`, advisorId: `a${cohort}`, cohortIds: [cohortId] };
  const season = 2028 + n;
  const day = plusDays(`${season}-03-18`, cohort % 7);
  return { ...match(`c${cohort}-${n}`), season, day, unconfirmed };
}

test('cohorts that use up their own room take none from any other, and one change rewrites one share', async () => {
  const store = memoryStore();
  const writes: string[] = [];
  const watched = {
    ...store,
    write: (item: Item) => {
      writes.push(item.kind);
      return store.write(item);
    },
  };
  // As if each had filled its room: 25 cohorts hold more than one item could.
  await changeWorld(portsOf(store), (item) => {
    const corrections = Array.from({ length: 25 }, (_, cohort) =>
      Array.from({ length: UNCONFIRMED_CORRECTIONS_MAX }, (_, n) => ({
        ...entered(cohort, n),
        source: `https://www.nrmp.org/${'x'.repeat(470)}`,
      })),
    ).flat();
    return { ok: true, value: { ...item, corrections } };
  });
  expect(JSON.stringify(await worldItem(store)).length).toBeGreaterThan(500_000);
  const full = await changeWorld(portsOf(store), move(entered(3, UNCONFIRMED_CORRECTIONS_MAX)));
  expect(full).toMatchObject({ ok: false, failure: { reason: 'too-many' } });
  const late = await changeWorld(portsOf(watched), move(entered(99, 0)));
  expect(late.ok && late.value.corrections.at(-1)?.id).toBe('c99-0');
  expect(late.ok && late.value.corrections.length).toBe(25 * UNCONFIRMED_CORRECTIONS_MAX + 1);
  expect(writes).toEqual(['world-part', 'world']);
});

test('what is entered keeps its order, and a share that was replaced is gone', async () => {
  const store = memoryStore();
  for (const [cohort, n] of [
    [1, 0],
    [2, 0],
    [1, 1],
    [3, 0],
    [2, 1],
  ] as const) {
    await changeWorld(portsOf(store), move(entered(cohort, n)));
  }
  const ids = (await worldItem(store)).corrections.map(({ id }) => id);
  expect(ids).toEqual(['c1-0', 'c2-0', 'c1-1', 'c3-0', 'c2-1']);
  const stored = await store.read('world', 'present');
  expect(Object.keys(stored?.parts ?? {})).toEqual(['a1', 'a2', 'a3']);
  const by = { id: 'back', by: 'Advisor 3', reason: 'a slip' };
  await changeWorld(portsOf(store), (item) => takeBack(item, 'c3-0', by, NOW));
  expect(await store.read('world-part', stored?.parts.a3 ?? '')).toBeUndefined();
});

test('a crash before the item is written leaves the world as it was, for this change and the next', async () => {
  const store = memoryStore();
  await changeWorld(portsOf(store), move(entered(1, 0)));
  const crashing = {
    ...store,
    write: async (item: Item) => {
      if (item.kind === 'world') throw new Error('killed');
      return store.write(item);
    },
  };
  await expect(changeWorld(portsOf(crashing), move(entered(1, 1)))).rejects.toThrow('killed');
  expect((await worldItem(store)).corrections.map(({ id }) => id)).toEqual(['c1-0']);
  await changeWorld(portsOf(store), move(entered(1, 1)));
  await changeWorld(portsOf(store), move(entered(2, 0)));
  expect((await worldItem(store)).corrections.map(({ id }) => id)).toEqual([
    'c1-0',
    'c1-1',
    'c2-0',
  ]);
});
