/** Small settings of this machine, such as its clock: no keys, and nothing about a person. */
import type { DatabaseSync } from 'node:sqlite';

export interface Settings {
  getSetting(name: string): string | undefined;
  setSetting(name: string, value: string): void;
  /** Leaves no trace in the file. Does nothing if the setting is absent. */
  removeSetting(name: string): void;
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
    removeSetting(name) {
      if (select.get(name) === undefined) return;
      remove.run(name);
      database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    },
  };
}
