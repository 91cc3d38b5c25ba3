/** `npm run import-programs`: shows what a newer list of programs changes, and writes the data file only on request. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { programs } from '#shared/world/programs/directory.ts';
import {
  compareLists,
  differenceText,
  fileOf,
  readList,
} from '#shared/world/programs/newer-list.ts';
import { runCommand } from './commands/run.ts';
import { onFile } from './input-file.ts';

const DATA_FILE = fileURLToPath(
  new URL('../../shared/world/programs/programs.json', import.meta.url),
);
/** A tenth of the list; in a normal year only a handful of programs close. */
const GONE_SHARE_MAX = 10;

await runCommand('import-programs', ({ file, source, season, certainty, gone: mayGo, write }) =>
  onFile(file, (text, now) => {
    const rows = rowsOf(file, text);
    if (!rows.ok) return failure(`${file}: ${rows.failure}`);
    const list = readList(rows.value);
    if (!list.ok) return failure(list.failure.map((fault) => `${file}: ${fault}`).join('\n'));
    const provenance = { source, season, certainty, checkedOn: dayIn(EASTERN, now) };
    const difference = compareLists(programs(), list.value, provenance);
    if (!difference.ok) return failure(difference.failure.join('\n'));
    const changes = differenceText(difference.value);
    if (!write) return success(`${changes}Nothing was written. To write it, add --write.`);
    const { gone, next } = difference.value;
    // A list that was cut off in the middle must not empty the directory unnoticed.
    if (gone.length > next.length / GONE_SHARE_MAX && mayGo !== gone.length) {
      return failure(
        `${changes}Nothing was written: ${gone.length} programs would disappear. If that is right, add --gone=${gone.length}.`,
      );
    }
    writeFileSync(DATA_FILE, fileOf(next));
    return success(`${changes}Written to shared/world/programs/programs.json.`);
  }),
);

function rowsOf(path: string, text: string): Result<unknown, string> {
  try {
    if (path.endsWith('.csv')) {
      return success(parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true }));
    }
    return success(JSON.parse(text));
  } catch (error) {
    return failure(
      `cannot be read as ${path.endsWith('.csv') ? 'CSV' : 'JSON'}: ${error instanceof Error ? error.message : error}`,
    );
  }
}
