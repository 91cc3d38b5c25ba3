import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#functions/adapters/sqlite-schema.ts';
import { openSqliteStore, type SqliteStore, storeOn } from '#functions/adapters/sqlite-store.ts';
import { plusMs } from '#shared/base/time/instant.ts';
import { newExport } from '#shared/cohort/export/exports.ts';
import { keyOf } from '#shared/store/keys.ts';
import { alice, bob, MONDAY } from '../../cast.ts';
import { type OpenStore, storeContract } from '../../store/contract.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'away-store-'));
  file = join(folder, 'away.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

storeContract('SQLite in a file', async () => opened(openDatabase(file, false)), { outbox: true });
storeContract('SQLite in memory', async () => opened(openDatabase(':memory:', false)), {
  outbox: true,
});

describe('a data file', () => {
  test('holds after closing what was written before', async () => {
    const before = openSqliteStore(file);
    await before.write(alice());
    before.setSetting('clock', '7');
    before.close();
    const after = openSqliteStore(file);
    expect(await after.read('applicant', 'alice')).toEqual(alice({ version: 1 }));
    expect(after.getSetting('clock')).toBe('7');
    after.close();
  });

  test('is readable by its owner alone, and so is its log', () => {
    const store = openSqliteStore(file);
    store.setSetting('clock', '7');
    expect([file, `${file}-wal`].map((path) => statSync(path).mode & 0o077)).toEqual([0, 0]);
    store.close();
  });

  test('syncs every commit to the disk, in write-ahead mode', () => {
    const database = openDatabase(file, false);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    database.close();
  });

  test('of a newer release is refused, and left as it is', () => {
    plantPragma('user_version = 6');
    expect(() => openSqliteStore(file)).toThrow(/newer release .*data version 6/);
    expect(() => openSqliteStore(file, { readOnly: true })).toThrow(/newer release/);
  });

  test('of an older release is refused, and left as it is', () => {
    plantPragma('user_version = 4');
    expect(() => openSqliteStore(file)).toThrow(/older release .*data version 4/);
    expect(() => openSqliteStore(file, { readOnly: true })).toThrow(/older release/);
  });

  test('of something else is refused, and left as it is', () => {
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    expect(() => openSqliteStore(file)).toThrow(/not a data file of Away Rotations/);
  });

  test('that is no database at all is refused', () => {
    writeFileSync(
      file,
      'Dear diary, this is longer than any header of a database file would be. '.repeat(9),
    );
    expect(() => openSqliteStore(file)).toThrow(/not a database/);
  });
});

describe('a reader beside a running server', () => {
  let server: SqliteStore;
  beforeEach(() => {
    server = openSqliteStore(file);
  });
  afterEach(() => server.close());

  test('sees what the server has written', async () => {
    const reader = openSqliteStore(file, { readOnly: true });
    await server.write(alice());
    expect(await reader.read('applicant', 'alice')).toEqual(alice({ version: 1 }));
    reader.close();
  });

  test('cannot write', async () => {
    const reader = openSqliteStore(file, { readOnly: true });
    await expect(reader.write(alice())).rejects.toThrow(/readonly/);
    expect(() => reader.setSetting('clock', '7')).toThrow(/readonly/);
    expect(await server.read('applicant', 'alice')).toBeUndefined();
    reader.close();
  });

  test('of a folder without data is refused with a sentence', () => {
    const missing = join(folder, 'missing.sqlite');
    expect(() => openSqliteStore(missing, { readOnly: true })).toThrow(/no data .* yet/);
  });
});

describe('what has expired', () => {
  test('is forgotten, and nothing else', async () => {
    const store = storeOn(openDatabase(file, false));
    const asked = newExport({ id: 'e1', cohortId: 'c1', by: 'dana', format: 'json' }, MONDAY);
    await store.write(asked);
    await store.write({ ...asked, id: 'e2', expiresAt: plusMs(asked.expiresAt, 1) });
    await store.write(alice());
    expect(store.forget(asked.expiresAt)).toBe(1);
    expect(await store.read('export', 'e1')).toBeUndefined();
    expect(await store.read('export', 'e2')).toBeDefined();
    expect(await store.read('applicant', 'alice')).toBeDefined();
    store.close();
  });
});

describe('a settled outbox', () => {
  test('lists newest first, in pages, one person or all, and gives each whole', async () => {
    const store = openSqliteStore(file);
    for (let n = 1; n <= 3; n += 1) {
      await store.write(alice({ version: n - 1 }), emailTo('alice', n));
      await store.write(bob({ version: n - 1 }), emailTo('bob', n));
    }
    const first = store.outbox.list(4);
    expect(first.rows.map(({ personId, n }) => `${personId} ${n}`)).toEqual([
      'bob 3',
      'alice 3',
      'bob 2',
      'alice 2',
    ]);
    const second = store.outbox.list(4, first.next);
    expect(second.rows.map(({ personId }) => personId)).toEqual(['bob', 'alice']);
    expect(second.next).toBeUndefined();
    const alices = store.outbox.list(2, undefined, 'alice');
    expect(alices.rows.map(({ personId, n }) => `${personId} ${n}`)).toEqual([
      'alice 3',
      'alice 2',
    ]);
    expect(store.outbox.list(2, alices.next, 'alice').rows.map(({ n }) => n)).toEqual([1]);
    const [newest] = first.rows;
    expect(newest && store.outbox.get(newest.seq)).toEqual({ ...newest, ...emailTo('bob', 3) });
    expect(store.outbox.get(999)).toBeUndefined();
    expect(() => store.outbox.list(0)).toThrow(RangeError);
    store.close();
  });
});

function opened(database: DatabaseSync): OpenStore {
  const store = storeOn(database);
  return {
    store,
    close: () => store.close(),
    emails: () => store.outbox.list(100).rows.toReversed(),
    plant: (kind, id, body) => {
      database
        .prepare('INSERT INTO items (key, version, body) VALUES (?, 1, ?)')
        .run(keyOf(kind, id), JSON.stringify(body));
    },
  };
}

function plantPragma(pragma: string): void {
  openSqliteStore(file).close();
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA ${pragma}`);
  database.close();
}

function emailTo(personId: string, n: number) {
  const raw = `To: ${personId}\r\n\r\n${n}`;
  return { personId, n, at: MONDAY, to: `${personId}@example.org`, subject: `Email ${n}`, raw };
}
