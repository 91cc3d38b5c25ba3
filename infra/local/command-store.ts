/** The data folder as a command beside the server sees it: the same file, and the server's own time. */
import { mkdirSync } from 'node:fs';
import { systemClock, virtualClock } from '#functions/adapters/clock.ts';
import { openSqliteStore, type SqliteStore } from '#functions/adapters/sqlite-store.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { storeFileIn } from './data-folder.ts';
import { enterModeOfCommand } from './mode.ts';

/** Makes the folder where there is none. Throws a sentence where the file cannot be used. */
export function openForCommand(dataFolder: string): {
  readonly store: SqliteStore;
  readonly clock: Clock;
} {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    const store = openSqliteStore(storeFileIn(dataFolder));
    const mode = enterModeOfCommand(store);
    return { store, clock: mode === 'demo' ? demoClock(store) : systemClock };
  } catch (error) {
    throw new Error(
      `The data folder ${dataFolder} cannot be used: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** As the server's clock stands. A command never sets it. */
function demoClock(store: SqliteStore): Clock {
  return virtualClock({ read: () => store.getSetting('clock'), write: () => undefined }, undefined);
}
