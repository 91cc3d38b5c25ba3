/** Exports on one machine: files in the data folder that only its owner can read. */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HOUR_MS, msOf } from '#shared/base/time/instant.ts';
import { EXPORT_KEPT_HOURS } from '#shared/cohort/export/exports.ts';
import { systemClock } from './clock.ts';

export interface ExportFolder {
  write(id: string, pieces: AsyncIterable<string | Uint8Array>): Promise<number>;
  /** Undefined if it does not exist, or no longer does. */
  open(id: string): Promise<{ readonly stream: ReadableStream<Uint8Array> } | undefined>;
  /** Removes exports older than any link to them. */
  forget(): void;
}

/** Created with the first export. */
export function exportFolder(folder: string): ExportFolder {
  return {
    async write(id, pieces) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, id);
      const unfinished = `${file}.unfinished`;
      await pipeline(
        Readable.from(pieces, { objectMode: true }),
        createWriteStream(unfinished, { mode: 0o600 }),
      );
      renameSync(unfinished, file);
      return statSync(file).size;
    },
    async open(id) {
      const file = join(folder, id);
      if (!existsSync(file)) return undefined;
      return { stream: Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array> };
    },
    forget: () => {
      if (existsSync(folder)) removeOld(folder);
    },
  };
}

// By the system's clock, like the files' own times: a demo's clock may show any time.
function removeOld(folder: string): void {
  const oldest = msOf(systemClock.now()) - EXPORT_KEPT_HOURS * HOUR_MS;
  for (const name of readdirSync(folder)) {
    if (statSync(join(folder, name)).mtimeMs < oldest) rmSync(join(folder, name), { force: true });
  }
}
