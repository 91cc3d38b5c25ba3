import { expect, test } from 'vitest';
import { note } from '#functions/audit.ts';
import { MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';
import { portsOf } from './ports.ts';

const entry = (people: number) =>
  ({ at: MONDAY, by: 'dana', act: 'export-fetched', format: 'json', people }) as const;

test('what is taken is written down, two at once too', async () => {
  const store = memoryStore();
  await Promise.all([note(portsOf(store), 'c1', entry(1)), note(portsOf(store), 'c1', entry(2))]);
  const audit = await store.read('audit', 'c1');
  expect(audit?.entries.map(({ people }) => people).toSorted()).toEqual([1, 2]);
});

test('a long record is put aside in parts, and nothing of it is lost', async () => {
  const store = memoryStore();
  for (let n = 1; n <= 450; n += 1) await note(portsOf(store), 'c1', entry(n));
  const audit = await store.read('audit', 'c1');
  const parts = await Promise.all([1, 2].map((n) => store.read('audit', `c1.${n}`)));
  expect(audit?.parts).toBe(2);
  const people = [...parts, audit].flatMap(
    (part) => part?.entries.map((each) => each.people) ?? [],
  );
  expect(people).toEqual(Array.from({ length: 450 }, (_, n) => n + 1));
});
