/** The machine's own small settings: its clock, its keys. Nothing about a person. */
import type { DatabaseSync } from 'node:sqlite';

export interface Settings {
  getSetting(name: string): string | undefined;
  setSetting(name: string, value: string): void;
}

export function settingsOf(database: DatabaseSync): Settings {
  const select = database.prepare('SELECT value FROM settings WHERE name = ?');
  const upsert = database.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    getSetting(name) {
      const row = select.get(name);
      return row && String(row.value);
    },
    setSetting(name, value) {
      upsert.run(name, value);
    },
  };
}
