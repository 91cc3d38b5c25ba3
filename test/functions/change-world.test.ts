import { expect, test } from 'vitest';
import { AUDIT_KEPT, changeWorld, worldItem } from '#functions/change-world.ts';
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import { plusDays } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { correct, takeBack } from '#shared/world/corrections/change-world.ts';
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
    write: async () => {
      writes += 1;
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
