/**
 * `npm run import-programs -- FILE.csv|FILE.json --source=URL --season=2027 [--certainty=official] [--write]`: shows what
 * a newer list of programs changes, and writes the data file only when told to.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { institutions, programs } from '#shared/world/programs/directory.ts';
import {
  compareLists,
  differenceText,
  fileOf,
  readList,
} from '#shared/world/programs/newer-list.ts';
import { certaintySchema } from '#shared/world/provenance.ts';
import { runFileCommand } from './file-command.ts';

const DATA_FILE = fileURLToPath(
  new URL('../../shared/world/programs/programs.json', import.meta.url),
);
/** A tenth: in a year a handful of programs close. */
const GONE_SHARE_MAX = 10;
const USAGE =
  'Usage: npm run import-programs -- FILE.csv|FILE.json --source=URL --season=2027 [--certainty=official|secondary] [--write]. Columns: code,name,kind,city,state; kind is integrated-ir or dr.';

runFileCommand({
  usage: USAGE,
  options: ['--source', '--season', '--certainty', '--gone', '--write'],
  // A list of three hundred programs takes thirty kilobytes.
  bytesMax: 5_000_000,
  answer: ({ path, text, options, now }) => {
    const named = Object.fromEntries(options.map((option) => option.split(/=(.*)/s)));
    const season = Number(named['--season']);
    const source = (named['--source'] ?? '').trim();
    const certainty = certaintySchema
      .extract(['official', 'secondary'])
      .safeParse(named['--certainty'] ?? 'secondary');
    if (source === '')
      return failure(`--source is missing: where does the list come from? ${USAGE}`);
    if (!Number.isInteger(season) || season < 2020 || season > 2060) {
      return failure(`--season is not a Match year such as --season=2027. ${USAGE}`);
    }
    if (!certainty.success) return failure(`--certainty is not official or secondary. ${USAGE}`);

    const rows = rowsOf(path, text);
    if (!rows.ok) return failure(`${path}: ${rows.failure}`);
    const list = readList(rows.value);
    if (!list.ok) return failure(list.failure.map((says) => `${path}: ${says}`).join('\n'));
    const hosts = new Set(institutions().map(({ id }) => id));
    const provenance = {
      source,
      season,
      certainty: certainty.data,
      checkedOn: dayIn(EASTERN, now),
    };
    const difference = compareLists(programs(), list.value, provenance, hosts);
    if (!difference.ok) return failure(difference.failure.join('\n'));
    const told = differenceText(difference.value);
    if (!('--write' in named))
      return success(`${told}Nothing was written; add --write to do so.\n`);
    const { gone, next } = difference.value;
    // A list cut short in the middle must not empty the directory unseen.
    if (gone.length > next.length / GONE_SHARE_MAX && named['--gone'] !== String(gone.length)) {
      return failure(
        `${told}Nothing was written: ${gone.length} gone is much. If it is so, add --gone=${gone.length}.`,
      );
    }
    writeFileSync(DATA_FILE, fileOf(next));
    return success(`${told}Written to shared/world/programs/programs.json.\n`);
  },
});

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
