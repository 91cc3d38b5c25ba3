/**
 * `npm run season -- FILE.json`: puts a season's dates into the running product, here or on AWS. A file with anything
 * wrong in it is refused whole, with file, row, field and reason; the product keeps the dates it has.
 */
import { newId } from '#functions/adapters/ids.ts';
import { changeWorld, worldItem } from '#functions/change-world.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { putSeason, withdrawSeason } from '#shared/world/corrections/change-world.ts';
import { rowsOf } from '#shared/world/corrections/changed-world.ts';
import { readSeasonFile } from '#shared/world/corrections/read-season-file.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import { type Ground, onGround } from './command-ground.ts';
import { type AskedOf, runCommand } from './commands/run.ts';
import { textOf } from './input-file.ts';

const FOLLOWS =
  'Every plan is worked out again from it within the hour, and everybody whose dates moved is told once.';

/** A season is some kilobytes. */
const BYTES_MAX = 1_000_000;

await runCommand('season', (asked) => {
  if (asked.form === 'withdraw') return onGround('refused', (ground) => withdraw(asked, ground));
  const text = textOf(asked.file, BYTES_MAX);
  return text.ok ? onGround('refused', (ground) => put(asked, text.value, ground)) : text;
});

async function withdraw(
  { withdraw: matchYear, by }: AskedOf<'season', 'withdraw'>,
  ground: Ground,
): Promise<Result<string, string>> {
  const change = { id: newId(), by, reason: 'withdrawn on the command line' };
  const now = ground.clock.now();
  const done = await changeWorld(ground, (item) => withdrawSeason(item, matchYear, change, now));
  return done.ok
    ? success(`The ${matchYear} season is the release's own again. ${FOLLOWS}`)
    : failure(done.failure.message);
}

async function put(
  { file: path, check, by }: AskedOf<'season', 'put'>,
  text: string,
  ground: Ground,
): Promise<Result<string, string>> {
  const now = ground.clock.now();
  const before = await worldItem(ground.store);
  const standing = (matchYear: number) => rowsOf(before, matchYear);
  const file = readSeasonFile(path, text, standing, dayIn(EASTERN, now));
  if (!file.ok) return failure(`${file.failure.join('\n')}\nNothing was changed.`);
  const { matchYear, rows } = file.value;
  const dropped = correctionsOf(before, matchYear);
  const found = `${path}: ${rows.length} dates of the ${matchYear} season, all sound.${dropped}`;
  if (check) return success(found);
  const change = { id: newId(), by, reason: `file ${path}`.slice(0, 500) };
  const done = await changeWorld(ground, (item) => putSeason(item, matchYear, rows, change, now));
  return done.ok ? success(`${found}\nPut. ${FOLLOWS}`) : failure(done.failure.message);
}

function correctionsOf({ corrections }: WorldItem, matchYear: number): string {
  const events = corrections.flatMap((each) =>
    each.of === 'season' && each.season === matchYear ? [each.event] : [],
  );
  return events.length === 0
    ? ''
    : ` It stands in place of what was corrected by hand before: ${events.join(', ')}.`;
}
