/** The one file that holds everything on one machine: its tables, and how it is opened. */
import { chmodSync, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Raised with every change to the tables or to what an item holds; older files are refused. */
const SCHEMA_VERSION = 5;
/** Marks the file as ours (`away` in ASCII), so that another program's database is never written to. */
const APPLICATION_ID = 0x61776179;
const OWNER_ONLY = 0o600;
const BUSY_TIMEOUT_MS = 5000;
const BUSY_WAIT_MS = 20;
const WRITE_AHEAD_ATTEMPTS_MAX = BUSY_TIMEOUT_MS / BUSY_WAIT_MS;
const SQLITE_BUSY = 5;

const TABLES = `
  CREATE TABLE items (
    key TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    due_at TEXT,
    cohort TEXT,
    summary TEXT,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX by_due ON items (due_at, key) WHERE due_at IS NOT NULL;
  CREATE INDEX by_cohort ON items (cohort, key) WHERE cohort IS NOT NULL;

  CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id TEXT NOT NULL,
    n INTEGER NOT NULL,
    at TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    raw TEXT NOT NULL,
    UNIQUE (person_id, n)
  ) STRICT;

  CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;

  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** Throws a sentence if the file is another program's, another release's, or is to be read only and does not exist. */
export function openDatabase(file: string, readOnly: boolean): DatabaseSync {
  if (readOnly && !existsSync(file)) {
    throw new Error(
      `There is no data at ${file} yet. Start the server once, or name another folder.`,
    );
  }
  const database = new DatabaseSync(file, { readOnly, timeout: BUSY_TIMEOUT_MS });
  try {
    refuseForeign(database, file);
    if (!readOnly) {
      // Its keys and addresses are for the operator alone; SQLite gives the files beside it the same permissions.
      if (file !== ':memory:') chmodSync(file, OWNER_ONLY);
      prepare(database);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Runs `work` as one transaction: all or nothing. `work` must not await anything. */
export function inTransaction<Value>(database: DatabaseSync, work: () => Value): Value {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    // A full disk rolls back by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Moves the log into the file. If another connection is reading, the next call does it. */
export function emptyLog(database: DatabaseSync): void {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** True if another connection has the file locked. */
export function isBusy(error: unknown): boolean {
  const { errcode } = error as { errcode?: number };
  // The lowest byte is the kind of error; the rest is detail.
  return errcode !== undefined && (errcode & 0xff) === SQLITE_BUSY;
}

function prepare(database: DatabaseSync): void {
  writeAhead(database);
  // Every commit reaches the disk before it is answered: an accepted update survives a power failure.
  database.exec('PRAGMA synchronous = FULL');
  // Removed content is overwritten, so no free page holds an erased plan.
  database.exec('PRAGMA secure_delete = ON');
  inTransaction(database, () => {
    // Checked again inside the transaction: two processes may both have found an empty file.
    if (pragma(database, 'user_version') === 0) database.exec(TABLES);
  });
}

// Two processes may switch a new file to write-ahead logging at once, the only step for which SQLite does not wait by itself.
function writeAhead(database: DatabaseSync): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || attempt === WRITE_AHEAD_ATTEMPTS_MAX) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_WAIT_MS);
    }
  }
}

function refuseForeign(database: DatabaseSync, file: string): void {
  const version = pragma(database, 'user_version');
  const isEmpty = version === 0 && pragma(database, 'schema_version') === 0;
  if (isEmpty) return;
  if (pragma(database, 'application_id') !== APPLICATION_ID) {
    throw new Error(`${file} is not a data file of Away Rotations. It was left as it is.`);
  }
  if (version > SCHEMA_VERSION) {
    throw new Error(
      `${file} was written by a newer release (data version ${version}; this release knows ${SCHEMA_VERSION}). It was left as it is: start the newer release.`,
    );
  }
  if (version < SCHEMA_VERSION) {
    throw new Error(
      `${file} was written by an older release (data version ${version}; this release knows ${SCHEMA_VERSION}). It was left as it is: start this release with an empty data folder.`,
    );
  }
}

function pragma(database: DatabaseSync, name: string): number {
  const row = database.prepare(`PRAGMA ${name}`).get();
  return Number(row?.[name]);
}
