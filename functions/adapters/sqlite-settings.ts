/** The machine's own small settings, such as its clock. No key, and nothing about a person. */
import type { DatabaseSync } from 'node:sqlite';

export interface Settings {
  getSetting(name: string): string | undefined;
  setSetting(name: string, value: string): void;
  /** Removes settings so that no page of the file holds them anymore; does nothing where there are none. */
  removeSettings(names: readonly string[]): void;
}

export function settingsOf(database: DatabaseSync): Settings {
  const select = database.prepare('SELECT value FROM settings WHERE name = ?');
  const upsert = database.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const remove = database.prepare('DELETE FROM settings WHERE name = ?');
  return {
    getSetting(name) {
      const row = select.get(name);
      return row && String(row.value);
    },
    setSetting(name, value) {
      upsert.run(name, value);
    },
    removeSettings(names) {
      const known = names.filter((name) => select.get(name) !== undefined);
      if (known.length === 0) return;
      for (const name of known) remove.run(name);
      database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    },
  };
}
