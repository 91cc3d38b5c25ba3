import { describe, expect, test } from 'vitest';
import { type EraseDeps, erase } from '#functions/erase.ts';
import { applicantKind } from '#functions/kinds/applicant.ts';
import { update } from '#functions/update.ts';
import { accept } from '#shared/people/applicant/accept.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { newWriter, pointedAt, writerIdOf } from '#shared/people/person/writer.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { chunkId } from '#shared/store/keys.ts';
import type { Store } from '#shared/store/store.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../cast.ts';
import { type MemoryStore, memoryStore } from '../season/memory-store.ts';
import { acceptedAtBrown, NOVEMBER } from '../shared/plan/moves/stories.ts';

const PEPPER = 'pepper';
const AMSEL = 'amsel@brown.example.org';
const WRITER = writerIdOf(AMSEL, PEPPER);
const ADDRESS = hashAddress('alice@example.org', PEPPER);

/** Alice with a letter, two chunks (one that no item knows), her address, and the writer who was pointed at her. */
async function everythingOfAlice(): Promise<MemoryStore> {
  const store = memoryStore();
  const facts = acceptedAtBrown().facts;
  const letter = {
    id: 'l1',
    writer: { name: 'Dr. Amsel', address: AMSEL, specialty: 'ir' },
    status: 'asked',
    askedOn: '2026-11-20',
    since: NOVEMBER,
  } as const;
  const rotations = facts.rotations.map((rotation) => ({ ...rotation, letters: [letter] }));
  await store.write(alice({ facts: { ...facts, rotations }, chunks: 1 }));
  for (const n of [1, 2]) {
    await store.write({
      kind: 'chunk',
      id: chunkId('alice', n),
      version: 0,
      history: [],
      emails: [],
    });
  }
  await store.write({
    kind: 'address',
    id: ADDRESS,
    version: 0,
    personKind: 'applicant',
    personId: 'alice',
    reach: 'ok',
  });
  const writer = newWriter({ id: WRITER, name: 'Dr. Amsel', address: AMSEL }, NOVEMBER);
  const pointer = {
    applicantId: 'alice',
    letterId: 'l1',
    revision: 1,
    dueOn: '2027-08-20',
  } as const;
  await store.write(pointedAt(writer, pointer, NOVEMBER));
  return store;
}

const noEmail = () => Promise.reject(new Error('No email is planned.'));
const NO_MAIL = { render: noEmail, signInUrl: noEmail };

const depsOn = (store: Store): EraseDeps => ({
  store,
  pepper: PEPPER,
  clock: { now: () => NOVEMBER },
});

const read = async (store: Store) => (await store.read('applicant', 'alice')) as Applicant;

async function nothingIsLeft(store: Store): Promise<void> {
  const stone = await read(store);
  expect(stone.erased).toEqual({ at: NOVEMBER });
  expect(JSON.stringify(stone)).not.toMatch(/Mathew|alice@|Brown|Amsel|2027-07/);
  for (const n of [1, 2]) expect(await store.read('chunk', chunkId('alice', n))).toBeUndefined();
  expect(await store.read('address', ADDRESS)).toBeUndefined();
  expect(await store.read('writer', WRITER)).toBeUndefined();
}

describe('a plan that is deleted', () => {
  test('leaves no name, address, place, day or history, and no pointer to it', async () => {
    const store = await everythingOfAlice();
    expect(await erase(depsOn(store), 'alice')).toBe(true);
    await nothingIsLeft(store);
  });

  test('is still counted in its cohort, by the stage of its rotations', async () => {
    const store = await everythingOfAlice();
    await erase(depsOn(store), 'alice');
    const { rows } = await store.cohort('c2028', 10);
    expect(rows).toMatchObject([
      { erased: true, name: 'Deleted plan', rotations: [{ stage: 'documents', host: 'A host' }] },
    ]);
  });

  test('is no longer visited, takes no update, and is planned no email', async () => {
    const store = await everythingOfAlice();
    await erase(depsOn(store), 'alice');
    expect((await store.due('2099-01-01T00:00:00.000Z', 10)).rows).toEqual([]);
    const deps = { ...depsOn(store), worldFor: () => PUBLISHED_WORLD, workflow: NO_WORKFLOW };
    const response = await update(deps, 'alice', {
      id: 'u1',
      by: 'writer',
      event: { type: 'eras-submitted' },
    });
    expect(response).toEqual({ answer: 'unknown-person' });
    const kind = applicantKind({ ...deps, ...NO_MAIL });
    expect(await kind.plan(await read(store), NOVEMBER)).toEqual({});
  });

  test('takes no update through any door, so that an import brings no name back', async () => {
    const store = await everythingOfAlice();
    await erase(depsOn(store), 'alice');
    const stone = await read(store);
    const event = { type: 'profile-changed', profile: { name: 'Alice Mathew' } } as const;
    const verdict = accept(stone, { id: 'u1', by: 'advisor', event }, NOVEMBER, PUBLISHED_WORLD);
    expect(verdict).toMatchObject({ verdict: 'refused', refusal: { reason: 'erased' } });
  });

  test('stays deleted when it is deleted again, and is nobody where there was none', async () => {
    const store = await everythingOfAlice();
    await erase(depsOn(store), 'alice');
    const { version } = await read(store);
    expect(await erase(depsOn(store), 'alice')).toBe(true);
    expect((await read(store)).version).toBe(version);
    expect(await erase(depsOn(store), 'nobody')).toBe(false);
  });

  test('keeps of an address that complained the hash, so that it is never emailed again', async () => {
    const store = await everythingOfAlice();
    const address = await store.read('address', ADDRESS);
    if (!address) throw new Error('The address is there.');
    await store.write({ ...address, reach: 'complained' });
    await erase(depsOn(store), 'alice');
    expect(await store.read('address', ADDRESS)).toMatchObject({ reach: 'complained' });
  });

  test('keeps of a writer who wants no email only the hash of the address', async () => {
    const store = await everythingOfAlice();
    const writer = await store.read('writer', WRITER);
    if (!writer) throw new Error('The writer is there.');
    await store.write({ ...writer, reach: 'unsubscribed' });
    await erase(depsOn(store), 'alice');
    expect(await store.read('writer', WRITER)).toBeUndefined();
    expect(await store.read('address', hashAddress(AMSEL, PEPPER, 'writer'))).toMatchObject({
      reach: 'unsubscribed',
    });
  });
});

describe('a crash', () => {
  test('after any write is finished by the next visit', async () => {
    let survived = 0;
    for (let allowed = 0; ; allowed += 1) {
      const store = await everythingOfAlice();
      const died = await erase(depsOn(dyingAfter(store, allowed)), 'alice').then(
        () => false,
        () => true,
      );
      if (!died) break;
      const left = await read(store);
      if (!left.erased) continue;
      survived += 1;
      // From the first write on nothing can be read.
      expect(JSON.stringify(left)).not.toMatch(/Mathew|alice@|Brown|Amsel/);
      expect((await store.due(NOVEMBER, 10)).rows.map(({ id }) => id)).toContain('alice');
      const deps = { ...depsOn(store), worldFor: () => PUBLISHED_WORLD, workflow: NO_WORKFLOW };
      const kind = applicantKind({ ...deps, ...NO_MAIL });
      await kind.repair?.(left, NOVEMBER);
      await nothingIsLeft(store);
    }
    expect(survived).toBe(5);
  });
});

/** The process dies at the write after so many. */
function dyingAfter(store: Store, allowed: number): Store {
  let writes = 0;
  const alive = () => {
    writes += 1;
    if (writes > allowed) throw new Error('This process was killed.');
  };
  return {
    ...store,
    write: async (item) => {
      alive();
      return store.write(item);
    },
    remove: async (item) => {
      alive();
      return store.remove(item);
    },
  };
}
