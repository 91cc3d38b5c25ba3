/** `npm run season` as an operator runs it: the process beside a data folder, its output, and its exit code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { worldItem } from '#functions/read-world.ts';
import { PROJECT, runCommand } from './run-command.ts';
import { temporaryFolder } from './server-process.ts';

const folder = temporaryFolder();
const store = openSqliteStore(join(folder.path, 'away.sqlite'));
store.setSetting('clock', JSON.stringify({ offsetMs: 0, notBefore: '2026-11-23T15:00:00.000Z' }));
afterAll(() => {
  store.close();
  folder.remove();
});

const PUBLISHED = readFileSync(join(PROJECT, 'shared/world/season/seasons/2028.json'), 'utf8');
const good = write(
  'good.json',
  PUBLISHED.replace('"2028-03-17", "weekday": "Fri"', '"2028-03-24", "weekday": "Fri"'),
);
const bad = write(
  'bad.json',
  PUBLISHED.replace('"2027-09-01", "weekday": "Wed"', '"2027-05-26", "weekday": "Wed"'),
);

test('a good file is checked, loaded beside the running data, and withdrawn', async () => {
  expect(run(good, '--check').stdout).toContain('all valid');
  expect((await worldItem(store)).version).toBe(0);
  expect(run(good, '--by', 'Dr. Lee')).toMatchObject({ status: 0, stderr: '' });
  const { audit, seasons } = await worldItem(store);
  expect(seasons.map(({ matchYear }) => matchYear)).toEqual([2028]);
  expect(audit[0]).toMatchObject({ by: 'Dr. Lee', act: 'season-put', target: 'season/2028' });
  expect(run('--withdraw', '2028').stdout).toContain(
    'The 2028 season has the dates of the release again.',
  );
  expect((await worldItem(store)).seasons).toEqual([]);
});

test('a bad file is refused with its row, field, and reason, and the last good data stays', async () => {
  run(good);
  const before = await worldItem(store);
  const { status, stdout, stderr } = run(bad);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(
    `${bad}: row 2 (eras-submit-opens): day of eras-submit-opens is 2027-05-26, not after eras-opens (2027-06-02)`,
  );
  expect(stderr).toContain('Nothing was changed.');
  expect(await worldItem(store)).toEqual(before);
});

test.each([
  ['nothing', [], 2, 'FILE.json is missing.\nUsage: npm run season'],
  ['a file that is not there', ['none.json'], 1, 'none.json cannot be read.'],
  ['a year that is not a year', ['--withdraw', '28'], 2, '--withdraw is not a Match year'],
  ['an unknown option', [good, '--force'], 2, '--force is not an option.'],
])('%s is answered with a sentence', (_, args, code, message) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(code);
  expect(stderr).toContain(message);
});

function write(name: string, text: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
}

function run(...args: string[]) {
  return runCommand({ AWAY_DATA: folder.path }, 'season', ...args);
}
