/** Exports of one machine: files in the data folder, readable by its owner alone. */
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
import { EXPORT_KEPT_HOURS } from '#shared/cohort/export/export-item.ts';
import { systemClock } from './clock.ts';

export interface ExportFolder {
  write(id: string, pieces: AsyncIterable<string | Uint8Array>): Promise<number>;
  /** Undefined when it is not there, or no more. */
  open(id: string): Promise<{ readonly stream: ReadableStream<Uint8Array> } | undefined>;
}

/** Made when the first export is. Files older than any link are removed when another one is written. */
export function exportFolder(folder: string): ExportFolder {
  return {
    async write(id, pieces) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      removeOld(folder);
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
  };
}

// By the system's clock, as the files' own times are: a demo's clock may stand anywhere.
function removeOld(folder: string): void {
  const oldest = msOf(systemClock.now()) - EXPORT_KEPT_HOURS * HOUR_MS;
  for (const name of readdirSync(folder)) {
    if (statSync(join(folder, name)).mtimeMs < oldest) rmSync(join(folder, name), { force: true });
  }
}
