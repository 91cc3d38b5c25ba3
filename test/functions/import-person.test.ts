import { describe, expect, test } from 'vitest';
import { finderOf, importPerson } from '#functions/import-person.ts';
import { newImport } from '#shared/cohort/import/import-item.ts';
import { archived } from '#shared/people/applicant/archive.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { alice, MONDAY } from '../cast.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN } from './advisors-stage.ts';

const { item } = newImport(
  { id: 'i1', cohortId: OWN, by: 'dana', fileName: 'sheet.csv', mapping: {} },
  '',
  undefined,
  MONDAY,
);
const ALICE = {
  address: 'alice@example.org',
  line: 2,
  rotations: [],
  profile: {
    name: 'Alice Mathew',
    address: 'alice@example.org',
    zone: 'Asia/Kolkata',
    matchYear: 2028,
    enrollment: 'enrolled',
    pathway: 'integrated-ir',
  },
} as const;

async function withAlice(
  cohortId: string,
  reach: 'ok' | 'complained' = 'ok',
): Promise<AdvisorsStage> {
  const stage = await advisorsStage();
  await stage.store.write(alice({ cohortId, reach }));
  await stage.store.write({
    kind: 'address',
    id: hashAddress('alice@example.org', 'pepper'),
    version: 0,
    personKind: 'applicant',
    personId: 'alice',
    reach,
  });
  return stage;
}

describe('somebody of another cohort', () => {
  test('is not found', async () => {
    const { deps } = await withAlice(FOREIGN);
    expect((await finderOf(deps, OWN)('alice@example.org')).known).toBeUndefined();
  });

  test('is neither changed nor moved nor mentioned by an import', async () => {
    const stage = await withAlice(FOREIGN);
    const before = await stage.store.read('applicant', 'alice');
    const done = await importPerson(stage.deps, item, ALICE);
    expect(done.ok && done.value.outcome).toBe('added');
    expect(await stage.store.read('applicant', 'alice')).toEqual(before);
    expect((await stage.store.cohort(OWN, 10)).rows).toHaveLength(1);
  });

  test('who complained is not emailed by way of another cohort', async () => {
    const stage = await withAlice(FOREIGN, 'complained');
    await importPerson(stage.deps, item, ALICE);
    expect((await stage.store.cohort(OWN, 10)).rows.map(({ reach }) => reach)).toEqual([
      'complained',
    ]);
  });
});

describe('somebody of this cohort', () => {
  test('is found by address, whatever their id', async () => {
    const { deps } = await withAlice(OWN);
    expect((await finderOf(deps, OWN)('alice@example.org')).known?.id).toBe('alice');
  });

  test('is made once, and found again before their address is written', async () => {
    const { deps, store } = await advisorsStage();
    await Promise.all([importPerson(deps, item, ALICE), importPerson(deps, item, ALICE)]);
    const { rows } = await store.cohort(OWN, 10);
    expect(rows).toHaveLength(1);
    expect((await finderOf(deps, OWN)('alice@example.org')).known?.id).toBe(rows[0]?.id);
  });
});

test('an archived applicant’s line is refused by name until they are brought back', async () => {
  const stage = await withAlice(OWN);
  const before = archived(alice({ cohortId: OWN }), 'Dana Advisor', MONDAY);
  await stage.store.write({ ...before, version: 1 });
  const done = await importPerson(stage.deps, item, ALICE);
  expect(!done.ok && done.failure).toMatchObject([
    { line: 2, message: expect.stringContaining('This applicant is archived.') },
  ]);
  expect((await stage.store.read('applicant', 'alice'))?.facts).toEqual(before.facts);
  expect((await stage.store.cohort(OWN, 10)).rows).toEqual([]);
});
