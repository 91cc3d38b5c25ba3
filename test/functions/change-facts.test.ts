/** Two advisors at the same moment: neither overwrites the other. */
import { expect, test } from 'vitest';
import { changeFacts, factsItem } from '#functions/change-facts.ts';
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Store } from '#shared/store/store.ts';
import type { Statement } from '#shared/world/corrections/entered/fact.ts';
import { proposeFact } from '#shared/world/corrections/entered/judge-fact.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';
import { portsOf } from './ports.ts';

const DANAS = { by: 'Dana Advisor', cohortIds: ['c2028'] };

const about = (name: Statement['name']): Statement => ({
  subject: 'yale',
  name,
  answer: 'yes',
  source: 'https://medicine.yale.edu',
  checkedOn: '2026-11-20',
  certainty: 'official',
});
const proposing =
  (id: string, name: Statement['name']) => (item: Parameters<typeof proposeFact>[0]) =>
    proposeFact(
      item,
      about(name),
      { id, by: 'dana', now: MONDAY, unconfirmed: DANAS },
      PUBLISHED_WORLD,
    );

test('both proposals are kept', async () => {
  const store = memoryStore();
  await Promise.all([
    changeFacts(portsOf(store), proposing('f1', 'mentor')),
    changeFacts(portsOf(store), proposing('f2', 'curriculum')),
  ]);
  expect((await factsItem(store)).facts.map(({ id }) => id).toSorted()).toEqual(['f1', 'f2']);
});

test('a refusal is answered at once and writes nothing', async () => {
  const store = memoryStore();
  const refused = await changeFacts(portsOf(store), (item) =>
    proposeFact(
      item,
      { ...about('mentor'), subject: 'atlantis' },
      { id: 'f1', by: 'dana', now: MONDAY, unconfirmed: DANAS },
      PUBLISHED_WORLD,
    ),
  );
  expect(refused).toMatchObject({ ok: false, failure: { reason: 'unknown-subject' } });
  expect((await factsItem(store)).version).toBe(0);
});

test('a writer who loses every race is asked to try again', async () => {
  const store = memoryStore();
  let tries = 0;
  const crowded: Store = {
    ...store,
    write: async () => {
      tries += 1;
      return { written: false };
    },
  };
  const answer = await changeFacts(portsOf(crowded), proposing('f1', 'mentor'));
  expect(answer).toMatchObject({ ok: false, failure: { reason: 'busy' } });
  expect(tries).toBe(CONFLICT_RETRIES_MAX + 1);
});
