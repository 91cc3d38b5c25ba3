/** `npm run … | head`: a reader that has seen enough is not a failure. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT, runCommand, scriptOf, withoutSettings } from './run-command.ts';
import { temporaryFolder } from './server-process.ts';

const folder = temporaryFolder();
const AWAY_DATA = join(folder.path, 'live');
beforeAll(() => {
  runCommand({ AWAY_DATA }, 'advisor', 'dana@example.org', '--cohort', 'c2028', '--role', 'lead');
});
afterAll(() => folder.remove());

/** Runs a command whose reader leaves before the first word; its error output and its exit code. */
async function unread(name: string, ...args: string[]): Promise<[string, number]> {
  const child = spawn(process.execPath, [scriptOf(name), ...args], {
    cwd: PROJECT,
    env: { ...withoutSettings(), AWAY_DATA },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let printed = '';
  child.stderr.on('data', (piece) => {
    printed += piece;
  });
  const [code] = await once(child, 'exit');
  return [printed, code as number];
}

test.each([
  ['shortlist', 'docs/shortlist-example.json', '--json'],
  ['plan', 'docs/plan-example.json'],
  ['report', '--cohort', 'c2028', '--format', 'html'],
  ['report', '--cohort', 'c2028', '--format', 'csv'],
  ['ops', 'status'],
  ['ops', '--help'],
])('%s ends quietly', async (name, ...args) => {
  expect(await unread(name ?? '', ...args)).toEqual(['', 0]);
});
