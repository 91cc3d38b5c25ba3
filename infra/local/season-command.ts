/** `npm run season`: loads a season's dates into the running product. A file with any fault is refused as a whole. */
import { newId } from '#functions/adapters/ids.ts';
import { changeWorld } from '#functions/change-world.ts';
import { worldItem } from '#functions/read-world.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { putSeason, withdrawSeason } from '#shared/world/corrections/change-world.ts';
import { rowsOf } from '#shared/world/corrections/changed-world.ts';
import { readSeasonFile } from '#shared/world/corrections/read-season-file.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import { type CommandData, onData } from './command-data.ts';
import { type CallOf, runCommand } from './commands/run.ts';
import { textOf } from './input-file.ts';

const FOLLOWS =
  'The next sweeps update every plan, and everybody whose dates changed is notified once.';

await runCommand('season', (call) => {
  if (call.form === 'withdraw') return onData('refuse', (data) => withdraw(call, data));
  const text = textOf(call.file);
  return text.ok ? onData('refuse', (data) => put(call, text.value, data)) : text;
});

async function withdraw(
  { withdraw: matchYear, by }: CallOf<'season', 'withdraw'>,
  data: CommandData,
): Promise<Result<string, string>> {
  const change = { id: newId(), by, reason: 'withdrawn on the command line' };
  const now = data.clock.now();
  const done = await changeWorld(data, (item) => withdrawSeason(item, matchYear, change, now));
  return done.ok
    ? success(`The ${matchYear} season has the dates of the release again. ${FOLLOWS}`)
    : failure(done.failure.message);
}

async function put(
  { file: path, check, by }: CallOf<'season', 'put'>,
  text: string,
  data: CommandData,
): Promise<Result<string, string>> {
  const now = data.clock.now();
  const before = await worldItem(data.store);
  const existing = (matchYear: number) => rowsOf(before, matchYear);
  const file = readSeasonFile(path, text, existing, dayIn(EASTERN, now));
  if (!file.ok) return failure(`${file.failure.join('\n')}\nNothing was changed.`);
  const { matchYear, rows } = file.value;
  const dropped = correctionsOf(before, matchYear);
  const found = `${path}: ${rows.length} dates of the ${matchYear} season, all valid.${dropped}`;
  if (check) return success(found);
  const change = { id: newId(), by, reason: `file ${path}`.slice(0, 500) };
  const done = await changeWorld(data, (item) => putSeason(item, matchYear, rows, change, now));
  return done.ok ? success(`${found}\nLoaded. ${FOLLOWS}`) : failure(done.failure.message);
}

function correctionsOf({ corrections }: WorldItem, matchYear: number): string {
  const events = corrections.flatMap((each) =>
    each.of === 'season' && each.season === matchYear ? [each.event] : [],
  );
  return events.length === 0
    ? ''
    : ` It replaces corrections that were made by hand: ${events.join(', ')}.`;
}
