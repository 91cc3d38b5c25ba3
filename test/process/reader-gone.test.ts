/** `npm run … | head`: a reader that has enough is no failure. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** The command, whose reader leaves before the first word; what it said of errors, and its exit code. */
async function unread(...args: string[]): Promise<[string, number]> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  const [code] = await once(child, 'exit');
  return [said, code as number];
}

test.each([
  ['infra/local/shortlist-command.ts', 'docs/shortlist-example.json', '--json'],
  ['infra/local/plan-command.ts', 'docs/plan-example.json'],
])('%s ends quietly', async (...args) => {
  expect(await unread(...args)).toEqual(['', 0]);
});
