/** Backups of a data folder: made while the server runs, deleted after a while, and restored without anyone erased since. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '#functions/adapters/clock.ts';
import { takeLock } from '#functions/adapters/lock.ts';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { eraseAgain } from '#functions/operate/erase-again.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { storeFileIn } from './data-folder.ts';
import { erasuresFileIn, readErasures, recorderIn } from './erasures.ts';
import { secretsIn } from './secrets.ts';

/** `away-2027-09-01T13-00-00-000Z.sqlite`: valid on every file system, and names sort by age. */
const NAME = /^away-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.sqlite$/;

interface Backup {
  readonly file: string;
  readonly deleted: readonly string[];
}

/** @param folder holds nothing but backups of this data: other files in it are left alone */
export function backUp(dataFolder: string, folder: string, keepDays: number, now: Instant): Backup {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, nameOf(now));
  const store = openSqliteStore(storeFileIn(dataFolder), { readOnly: true });
  try {
    store.copyTo(file);
  } finally {
    store.close();
  }
  const oldest = nameOf(plusMs(now, -keepDays * DAY_MS));
  const deleted = readdirSync(folder).filter((name) => NAME.test(name) && name < oldest);
  for (const name of deleted) rmSync(join(folder, name));
  return { file, deleted };
}

/** Replaces the data of a stopped server, after erasing from the backup everyone on the record of erasures. */
export async function restore(
  dataFolder: string,
  backup: string,
): Promise<Result<{ readonly erased: readonly string[] }, string>> {
  const lock = takeLock(dataFolder);
  if (!lock.ok) return lock;
  try {
    if (!existsSync(backup)) return failure(`There is no backup at ${backup}.`);
    const file = storeFileIn(dataFolder);
    const unfinished = `${file}.restored`;
    for (const part of ['', '-wal', '-shm']) rmSync(`${unfinished}${part}`, { force: true });
    copyFileSync(backup, unfinished);
    const erased = await erasedAgainIn(unfinished, dataFolder);
    for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
    renameSync(unfinished, file);
    return success({ erased });
  } finally {
    lock.value.release();
  }
}

async function erasedAgainIn(file: string, dataFolder: string): Promise<string[]> {
  const store = openSqliteStore(file);
  try {
    const { pepper } = secretsIn(dataFolder);
    const hashes = readErasures(erasuresFileIn(dataFolder));
    const recordErasure = recorderIn(dataFolder, store);
    return await eraseAgain({ store, clock: systemClock, pepper, recordErasure }, hashes);
  } finally {
    store.close();
  }
}

function nameOf(at: Instant): string {
  return `away-${at.replaceAll(/[:.]/g, '-')}.sqlite`;
}
