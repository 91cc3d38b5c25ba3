/** The store on one machine: one SQLite file, one row for each item, every write conditional on the version read. */
import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#shared/base/time/instant.ts';
import { type Summary, summarySchema } from '#shared/people/outlook/summary.ts';
import { dueAtOf, summaryOf } from '#shared/store/indexed.ts';
import {
  EXPIRING_KINDS,
  type Item,
  type ItemKind,
  type ItemOf,
  parseItem,
} from '#shared/store/items.ts';
import { keyOf, keyRangeOf, parseKey } from '#shared/store/keys.ts';
import type { OutboxEmail } from '#shared/store/mailer.ts';
import {
  checkPageLimit,
  type DueRow,
  type Page,
  type Store,
  type Written,
} from '#shared/store/store.ts';
import { breathe, pause } from './breathe.ts';
import { readCursor, writeCursor } from './page-cursor.ts';
import { type OutboxReader, outboxInsertion, outboxReader } from './sqlite-outbox.ts';
import { emptyLog, inTransaction, openDatabase } from './sqlite-schema.ts';
import { type Settings, settingsOf } from './sqlite-settings.ts';

export interface SqliteStore extends Store, Settings {
  readonly outbox: OutboxReader;
  /** Removes expired items and, from the file itself, every trace of erased people. @returns how many items */
  forget(now: Instant): number;
  /** A full copy, even while a server writes. Throws if the file exists. */
  copyTo(file: string): void;
  /** Leaves a single file without remnants of removed data. */
  close(): void;
}

/** `file` is a path or `:memory:`; `readOnly` is for commands that read while a server runs. Throws a sentence, as `openDatabase` does. */
export function openSqliteStore(file: string, options: { readOnly?: boolean } = {}): SqliteStore {
  const readOnly = options.readOnly ?? false;
  const database = openDatabase(file, readOnly);
  return { ...storeOn(database), ...(readOnly && { close: () => database.close() }) };
}

export function storeOn(database: DatabaseSync): SqliteStore {
  const settings = settingsOf(database);
  return {
    ...itemsOf(database),
    ...settings,
    outbox: outboxReader(database),
    forget: (now) => {
      const forgotten = forgetExpired(database, now);
      forgetErased(database, settings);
      return forgotten;
    },
    copyTo: (file) => void database.prepare('VACUUM INTO ?').run(file),
    close: () => {
      forgetErased(database, settings);
      database.close();
    },
  };
}

function itemsOf(database: DatabaseSync): Store {
  const select = database.prepare('SELECT version, body FROM items WHERE key = ?');
  const insert = database.prepare(
    'INSERT INTO items (version, due_at, cohort, summary, body, key) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING',
  );
  const update = database.prepare(
    'UPDATE items SET version = ?, due_at = ?, cohort = ?, summary = ?, body = ? WHERE key = ? AND version = ?',
  );
  const remove = database.prepare('DELETE FROM items WHERE key = ? AND version = ?');
  const due = database.prepare(
    'SELECT key, due_at FROM items WHERE due_at <= ? AND (due_at, key) > (?, ?) ORDER BY due_at, key LIMIT ?',
  );
  const cohort = database.prepare(
    'SELECT key, summary FROM items WHERE cohort = ? AND key > ? ORDER BY key LIMIT ?',
  );
  const insertEmail = outboxInsertion(database);

  function put(item: Item, alongside?: OutboxEmail): Written {
    const version = item.version + 1;
    const checked = { ...parseItem(item.kind, item), version };
    const summary = summaryOf(checked);
    const columns = [
      version,
      dueAtOf(checked) ?? null,
      summary?.cohortId ?? null,
      summary ? JSON.stringify(summary) : null,
      JSON.stringify(checked),
      keyOf(item.kind, item.id),
    ];
    const { changes } =
      item.version === 0 ? insert.run(...columns) : update.run(...columns, item.version);
    if (changes === 0) return { written: false };
    if (alongside) insertEmail(alongside);
    return { written: true, version };
  }

  return {
    async read<Kind extends ItemKind>(kind: Kind, id: string): Promise<ItemOf<Kind> | undefined> {
      const row = select.get(keyOf(kind, id));
      if (!row) return undefined;
      const item = parseItem(kind, jsonOf(kind, row.body));
      if (item.id !== id || item.version !== row.version) {
        throw new Error(`A stored ${kind} has another id or version than its key.`);
      }
      return item;
    },

    async write(item: Item, alongside?: OutboxEmail): Promise<Written> {
      return inTransaction(database, () => put(item, alongside));
    },

    // Each transaction waits for the disk once.
    async writeMany(items: readonly Item[]): Promise<readonly Written[]> {
      return inTransaction(database, () => items.map((item) => put(item)));
    },

    pause,

    async remove({ kind, id, version }): Promise<Written> {
      const { changes } = remove.run(keyOf(kind, id), version);
      return changes > 0 ? { written: true, version } : { written: false };
    },

    async due(now: Instant, limit: number, from?: string): Promise<Page<DueRow>> {
      checkPageLimit(limit);
      const [fromDueAt = '', fromKey = ''] = from === undefined ? [] : readCursor(from, 2);
      const found = due.all(now, fromDueAt, fromKey, limit + 1);
      return pageOf(
        found,
        limit,
        (row) => ({ ...parseKey(String(row.key)), dueAt: row.due_at as Instant }),
        (row) => writeCursor(String(row.due_at), String(row.key)),
      );
    },

    async cohort(cohortId: string, limit: number, from?: string): Promise<Page<Summary>> {
      checkPageLimit(limit);
      // A cohort is read page by page, so other requests are answered in between.
      await breathe();
      const [fromKey = ''] = from === undefined ? [] : readCursor(from, 1);
      const found = cohort.all(cohortId, fromKey, limit + 1);
      return pageOf(
        found,
        limit,
        (row) => summarySchema.parse(jsonOf('summary', row.summary)),
        (row) => writeCursor(String(row.key)),
      );
    },
  };
}

/** Set when a person is erased, and kept until no page of the file can hold a remnant. */
export const ERASED_SETTING = 'erased';

// Removed rows are overwritten, but not what moving rows between pages leaves behind.
function forgetErased(database: DatabaseSync, settings: Settings): void {
  if (settings.getSetting(ERASED_SETTING)) {
    database.exec('VACUUM');
    settings.removeSetting(ERASED_SETTING);
  }
  emptyLog(database);
}

function forgetExpired(database: DatabaseSync, now: Instant): number {
  const remove = database.prepare(
    "DELETE FROM items WHERE key > ? AND key < ? AND json_extract(body, '$.expiresAt') <= ?",
  );
  return EXPIRING_KINDS.reduce((count, kind) => {
    const { after, before } = keyRangeOf(kind);
    return count + Number(remove.run(after, before, now).changes);
  }, 0);
}

type Row = Record<string, unknown>;

/** `found` has one row more than the page if there is a next one. */
function pageOf<Shown>(
  found: readonly Row[],
  limit: number,
  show: (row: Row) => Shown,
  cursorOf: (row: Row) => string,
): Page<Shown> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows: rows.map(show), ...(found.length > limit && last && { next: cursorOf(last) }) };
}

// The parser's own message would quote the text, which contains names and addresses.
function jsonOf(what: string, text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw new Error(`A stored ${what} is not JSON.`);
  }
}
