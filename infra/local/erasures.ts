/** Who was erased, as hashes, in a file beside the data and in no backup of it: what a restored backup must erase again. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#functions/adapters/sqlite-settings.ts';
import { ERASED_SETTING } from '#functions/adapters/sqlite-store.ts';
import type { Instant } from '#shared/base/time/instant.ts';

export function erasuresFileIn(dataFolder: string): string {
  return join(dataFolder, 'erasures.log');
}

export function recorderIn(
  dataFolder: string,
  settings: Settings,
): (hash: string, at: Instant) => void {
  return (hash, at) => {
    appendFileSync(erasuresFileIn(dataFolder), `${at} ${hash}\n`, { mode: 0o600, flush: true });
    settings.setSetting(ERASED_SETTING, at);
  };
}

/** The hashes in a record of this form, or in lines of a deployment's log. None where there is no file. */
export function readErasures(file: string): ReadonlySet<string> {
  if (!existsSync(file)) return new Set();
  return new Set(readFileSync(file, 'utf8').match(/\b[0-9a-f]{64}\b/g));
}
