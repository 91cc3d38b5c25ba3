/**
 * `npm run season -- FILE.json`: puts a season's dates into the running product, here or on AWS. A file with anything
 * wrong in it is refused whole, with file, row, field and reason; the product keeps the dates it has.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock, virtualClock } from '../../functions/adapters/clock.ts';
import { readEnv } from '../../functions/adapters/env.ts';
import { newId } from '../../functions/adapters/ids.ts';
import { openSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import { changeWorld, worldItem } from '../../functions/change-world.ts';
import { putSeason, rowsOf, withdrawSeason } from '../../shared/overrides/change-world.ts';
import { readSeasonFile } from '../../shared/overrides/read-season-file.ts';
import type { WorldItem } from '../../shared/overrides/world-item.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { dayIn, EASTERN } from '../../shared/time/instant.ts';
import { storeFileIn } from './data-folder.ts';
import { tell } from './tell.ts';

const USAGE = `Usage: npm run season -- FILE.json [--check] [--by NAME] [--table NAME]
       npm run season -- --withdraw YEAR [--by NAME] [--table NAME]
--check only checks; --table writes to a deployment's table instead of the data folder. The file: docs/season-file.md`;
const FOLLOWS =
  'Every plan is worked out anew from it within the hour, and everybody whose dates moved is told once.';

/** A season is some kilobytes. */
const FILE_BYTES_MAX = 1_000_000;

interface Asked {
  readonly path?: string | undefined;
  readonly withdraw?: number;
  readonly checkOnly: boolean;
  readonly by: string;
  readonly table?: string | undefined;
}

interface Place {
  readonly store: Store;
  readonly clock: Clock;
  close(): void;
}

tell(await answer(process.argv.slice(2)));

async function answer(args: readonly string[]): Promise<Result<string, string>> {
  const asked = askedBy(args);
  if (!asked.ok) return asked;
  const text = asked.value.path === undefined ? success('') : textOf(asked.value.path);
  if (!text.ok) return text;
  const place = await placeOf(asked.value.table);
  if (!place.ok) return place;
  try {
    return await perform(asked.value, text.value, place.value);
  } finally {
    place.value.close();
  }
}

async function perform(
  { path = '', withdraw, checkOnly, by }: Asked,
  text: string,
  { store, clock }: Place,
): Promise<Result<string, string>> {
  const now = clock.now();
  if (withdraw !== undefined) {
    const change = { id: newId(), by, reason: 'withdrawn on the command line' };
    const done = await changeWorld(store, (item) => withdrawSeason(item, withdraw, change, now));
    return done.ok
      ? success(`The ${withdraw} season is the release's own again. ${FOLLOWS}`)
      : failure(done.failure.says);
  }
  const before = await worldItem(store);
  const standing = (matchYear: number) => rowsOf(before, matchYear);
  const file = readSeasonFile(path, text, standing, dayIn(EASTERN, now));
  if (!file.ok) return failure(`${file.failure.join('\n')}\nNothing was changed.`);
  const { matchYear, rows } = file.value;
  const dropped = correctionsOf(before, matchYear);
  const found = `${path}: ${rows.length} dates of the ${matchYear} season, all sound.${dropped}`;
  if (checkOnly) return success(found);
  const change = { id: newId(), by, reason: `file ${path}`.slice(0, 500) };
  const done = await changeWorld(store, (item) => putSeason(item, matchYear, rows, change, now));
  return done.ok ? success(`${found}\nPut. ${FOLLOWS}`) : failure(done.failure.says);
}

function correctionsOf({ corrections }: WorldItem, matchYear: number): string {
  const events = corrections.flatMap((each) =>
    each.of === 'season' && each.season === matchYear ? [each.event] : [],
  );
  return events.length === 0
    ? ''
    : ` It stands in place of what was corrected by hand before: ${events.join(', ')}.`;
}

function askedBy(args: readonly string[]): Result<Asked, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        check: { type: 'boolean', default: false },
        by: { type: 'string', default: 'operator' },
        table: { type: 'string' },
        withdraw: { type: 'string' },
      },
    });
    const { check: checkOnly, by, table, withdraw } = values;
    const [path, ...others] = positionals;
    const isOne = (path === undefined) !== (withdraw === undefined);
    if (!isOne || others.length > 0) return failure(USAGE);
    if (withdraw === undefined) return success({ path, checkOnly, by, table });
    if (!/^20[2-6]\d$/.test(withdraw)) return failure(`${withdraw} is not a Match year. ${USAGE}`);
    return success({ withdraw: Number(withdraw), checkOnly, by, table });
  } catch (error) {
    return failure(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

function textOf(path: string): Result<string, string> {
  try {
    if (statSync(path).size > FILE_BYTES_MAX) return failure(`${path}: is larger than 1 MB`);
    return success(readFileSync(path, 'utf8'));
  } catch {
    return failure(`${path}: cannot be read`);
  }
}

async function placeOf(table: string | undefined): Promise<Result<Place, string>> {
  if (table !== undefined) {
    // Loaded only where it is used: the SDK takes as long as the rest of the command.
    const [{ dynamoClient }, { dynamoStore }] = await Promise.all([
      import('../../functions/adapters/dynamo-client.ts'),
      import('../../functions/adapters/dynamo-store.ts'),
    ]);
    const client = dynamoClient();
    const store = dynamoStore(client, table);
    return success({ store, clock: systemClock, close: () => client.destroy() });
  }
  const env = readEnv();
  if (!env.ok) return env;
  const file = storeFileIn(env.value.dataFolder);
  if (!existsSync(file)) {
    return failure(`There is no data in ${env.value.dataFolder} yet: npm start makes it.`);
  }
  const store = openSqliteStore(file);
  // A demo lives by its own clock, and so do the days of its seasons.
  const setting = {
    read: () => store.getSetting('clock'),
    write: (value: string) => store.setSetting('clock', value),
  };
  const clock = setting.read() === undefined ? systemClock : virtualClock(setting, undefined);
  return success({ store, clock, close: () => store.close() });
}
