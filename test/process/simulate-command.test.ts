/** `npm run simulate` as a person runs it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './server-process.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const run = (...args: string[]) => runCommand({}, 'simulate', ...args);

test('a season of three people prints one line of JSON, reports its progress, draws its page, and passes', () => {
  const page = join(folder.path, 'season.html');
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
])('%j is refused with a sentence', (args, words) => {
  const { status, stderr, stdout } = run(...args);
  expect(stderr).toContain(words);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});
