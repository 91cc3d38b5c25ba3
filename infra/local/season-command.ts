/**
 * `npm run season -- FILE.json`: puts a season's dates into the running product, here or on AWS. A file with anything
 * wrong in it is refused whole, with file, row, field and reason; the product keeps the dates it has.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { newId } from '#functions/adapters/ids.ts';
import { changeWorld, worldItem } from '#functions/change-world.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { putSeason, withdrawSeason } from '#shared/world/corrections/change-world.ts';
import { rowsOf } from '#shared/world/corrections/changed-world.ts';
import { readSeasonFile } from '#shared/world/corrections/read-season-file.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import { type Ground, onGround } from './command-ground.ts';
import { tell } from './tell.ts';

const USAGE = `Usage: npm run season -- FILE.json [--check] [--by NAME]
       npm run season -- --withdraw YEAR [--by NAME]
--check only checks. The file: docs/season-file.md`;
const FOLLOWS =
  'Every plan is worked out again from it within the hour, and everybody whose dates moved is told once.';

/** A season is some kilobytes. */
const FILE_BYTES_MAX = 1_000_000;

interface Asked {
  readonly path?: string | undefined;
  readonly withdraw?: number;
  readonly checkOnly: boolean;
  readonly by: string;
}

tell(await answer(process.argv.slice(2)));

async function answer(args: readonly string[]): Promise<Result<string, string>> {
  const asked = askedBy(args);
  if (!asked.ok) return asked;
  const text = asked.value.path === undefined ? success('') : textOf(asked.value.path);
  if (!text.ok) return text;
  return onGround('refused', (ground) => perform(asked.value, text.value, ground));
}

async function perform(
  { path = '', withdraw, checkOnly, by }: Asked,
  text: string,
  ground: Ground,
): Promise<Result<string, string>> {
  const now = ground.clock.now();
  if (withdraw !== undefined) {
    const change = { id: newId(), by, reason: 'withdrawn on the command line' };
    const done = await changeWorld(ground, (item) => withdrawSeason(item, withdraw, change, now));
    return done.ok
      ? success(`The ${withdraw} season is the release's own again. ${FOLLOWS}`)
      : failure(done.failure.says);
  }
  const before = await worldItem(ground.store);
  const standing = (matchYear: number) => rowsOf(before, matchYear);
  const file = readSeasonFile(path, text, standing, dayIn(EASTERN, now));
  if (!file.ok) return failure(`${file.failure.join('\n')}\nNothing was changed.`);
  const { matchYear, rows } = file.value;
  const dropped = correctionsOf(before, matchYear);
  const found = `${path}: ${rows.length} dates of the ${matchYear} season, all sound.${dropped}`;
  if (checkOnly) return success(found);
  const change = { id: newId(), by, reason: `file ${path}`.slice(0, 500) };
  const done = await changeWorld(ground, (item) => putSeason(item, matchYear, rows, change, now));
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
        withdraw: { type: 'string' },
      },
    });
    const { check: checkOnly, by, withdraw } = values;
    const [path, ...others] = positionals;
    const isOne = (path === undefined) !== (withdraw === undefined);
    if (!isOne || others.length > 0) return failure(USAGE);
    if (withdraw === undefined) return success({ path, checkOnly, by });
    if (!/^20[2-6]\d$/.test(withdraw)) return failure(`${withdraw} is not a Match year. ${USAGE}`);
    return success({ withdraw: Number(withdraw), checkOnly, by });
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
