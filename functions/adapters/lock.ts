/** Lets only one process at a time serve a data folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failure, type Result, success } from '#shared/base/result.ts';
import { isBusy } from './sqlite-schema.ts';

/** Referenced here because garbage collection would release the lock. */
const held = new Set<DatabaseSync>();

/** An exclusive transaction on a small file in the folder: the system releases it however the process dies. Fails with a sentence. */
export function takeLock(folder: string): Result<{ release(): void }, string> {
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    database = new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    // This write proves at startup, not at the first update, that the folder is writable.
    database.exec('CREATE TABLE IF NOT EXISTS held (by_one INTEGER) STRICT');
    held.add(database);
    return success({ release: releaseOnce(database) });
  } catch (error) {
    database?.close();
    return failure(sentenceFor(error, folder));
  }
}

function releaseOnce(database: DatabaseSync): () => void {
  return () => {
    held.delete(database);
    if (database.isOpen) database.close();
  };
}

function sentenceFor(error: unknown, folder: string): string {
  const { errcode, code } = error as { errcode?: number; code?: string };
  if (isBusy(error)) {
    return `Another server is running on the data folder ${folder}. Stop it first, or set AWAY_DATA to another folder.`;
  }
  const why = errcode === undefined && code ? ` (${code})` : '';
  return `The data folder ${folder} cannot be written${why}. Set AWAY_DATA to a folder that can, such as AWAY_DATA=./data.`;
}
