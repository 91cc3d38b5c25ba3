import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeLock } from '#functions/adapters/lock.ts';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { backUp, restore } from '#infra/local/backups.ts';
import { storeFileIn } from '#infra/local/data-folder.ts';
import { alice, bob, MONDAY } from '../cast.ts';

let root: string;
let data: string;
let backups: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'away-backups-'));
  data = join(root, 'data');
  backups = join(root, 'backups');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function aliceIn(folder: string): Promise<void> {
  const lock = takeLock(folder);
  if (!lock.ok) throw new Error(lock.failure);
  const store = openSqliteStore(storeFileIn(folder));
  await store.write(alice());
  store.close();
  lock.value.release();
}

async function namesIn(folder: string): Promise<(string | undefined)[]> {
  const store = openSqliteStore(storeFileIn(folder));
  const people = await Promise.all(['alice', 'bob'].map((id) => store.read('applicant', id)));
  store.close();
  return people.map((person) => person?.facts.profile.name);
}

describe('a backup', () => {
  test('is deleted by the first one made more than 35 days later, and nothing else is', async () => {
    await aliceIn(data);
    backUp(data, backups, 35, MONDAY);
    backUp(data, backups, 35, '2026-11-30T15:00:00.000Z');
    writeFileSync(join(backups, 'letter.txt'), 'not ours');
    const { deleted } = backUp(data, backups, 35, '2026-12-28T15:00:00.001Z');
    expect(deleted).toEqual(['away-2026-11-23T15-00-00-000Z.sqlite']);
    expect(readdirSync(backups).toSorted()).toEqual([
      'away-2026-11-30T15-00-00-000Z.sqlite',
      'away-2026-12-28T15-00-00-001Z.sqlite',
      'letter.txt',
    ]);
  });

  test('is whole while a server writes', async () => {
    await aliceIn(data);
    const server = openSqliteStore(storeFileIn(data));
    await server.write(bob());
    const { file } = backUp(data, backups, 35, MONDAY);
    server.close();
    expect((await restore(data, file)).ok).toBe(true);
    expect(await namesIn(data)).toEqual(['Alice Mathew', 'Bob Tane']);
  });

  test('brings back what was there, and nothing from later', async () => {
    await aliceIn(data);
    const { file } = backUp(data, backups, 35, MONDAY);
    const store = openSqliteStore(storeFileIn(data));
    await store.write(bob());
    store.close();
    expect(await restore(data, file)).toEqual({ ok: true, value: { erased: [] } });
    expect(await namesIn(data)).toEqual(['Alice Mathew', undefined]);
  });

  test('is not restored under a running server', async () => {
    await aliceIn(data);
    const { file } = backUp(data, backups, 35, MONDAY);
    const lock = takeLock(data);
    expect(await restore(data, file)).toMatchObject({ ok: false });
    if (lock.ok) lock.value.release();
  });

  test('that does not exist, or is something else, leaves the data as it is', async () => {
    await aliceIn(data);
    const other = join(root, 'diary.txt');
    writeFileSync(other, 'Dear diary, this is longer than the header of a database. '.repeat(9));
    expect(await restore(data, join(root, 'none.sqlite'))).toMatchObject({ ok: false });
    await expect(restore(data, other)).rejects.toThrow(/not a database/);
    expect(await namesIn(data)).toEqual(['Alice Mathew', undefined]);
  });
});
