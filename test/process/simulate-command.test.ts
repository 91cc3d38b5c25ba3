/** `npm run simulate` as somebody types it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['test/season/simulate-command.ts', ...args], { encoding: 'utf8' });

test('a season of three prints one line of JSON, says how far it is, draws its page and passes', () => {
  const page = join(mkdtempSync(join(tmpdir(), 'season-')), 'season.html');
  const { status, stdout, stderr } = run(
    ...['--applicants', '3', '--season', '2028', '--seed', '7', '--faults', '--json'],
    ...['--page', page],
  );
  const outcome = JSON.parse(stdout);
  expect(outcome).toMatchObject({ applicants: 3, season: 2028, duplicates: 0, missed: 0 });
  expect(outcome).toMatchObject({ afterDone: 0, unexplained: 0 });
  expect(outcome.nudgesSent).toBe(outcome.nudgesDue);
  expect(outcome.nudgesSent).toBeGreaterThan(50);
  expect(outcome.perPersonPerWeekMax).toBeGreaterThan(0);
  expect(stderr).toContain('50 % of the season');
  expect(readFileSync(page, 'utf8')).toContain('<svg');
  expect(status).toBe(0);
});

test.each([
  [['--applicants', '0'], '--applicants is not a whole number from 1 to 5000.'],
  [['--seed', 'x'], '--seed is not a whole number'],
  [['--season', '1999'], '--season is not a whole number from 2022 to 2058.'],
  [['--people', '3'], '--people is not an option.'],
])('%j is refused in words', (args, words) => {
  const { status, stderr, stdout } = run(...args);
  expect(stderr).toContain(words);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});
