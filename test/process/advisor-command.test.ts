/** `npm run advisor` as an operator types it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const AWAY_DATA = join(mkdtempSync(join(tmpdir(), 'advisor-')), 'new');

const run = (env: Record<string, string>, ...args: string[]) =>
  spawnSync(process.execPath, ['infra/local/advisor-command.ts', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', AWAY_DATA, ...env },
  });

test('the first advisor is made in a new folder, and a second cohort is added to the first', () => {
  const first = run({}, 'dana@example.org', '--cohort', 'ir-2028', '--role', 'lead');
  expect(first.stderr).toBe('');
  expect(first.stdout).toContain('dana@example.org is lead advisor of ir-2028.');
  const second = run({}, 'dana@example.org', '--cohort', 'ir-2029', '--role', 'lead');
  expect(second.stdout).toContain('lead advisor of ir-2028, lead advisor of ir-2029.');
  expect(second.status).toBe(0);
});

test('one who leaves keeps nothing, and whoever never advised cannot leave', () => {
  const address = 'omar@example.org';
  run({}, address, '--cohort', 'ir-2028');
  const gone = run({}, address, '--cohort', 'ir-2028', '--remove');
  expect(gone.stdout).toBe(
    'omar@example.org no longer advises a cohort. Their sessions and sign-in links have ended.\n',
  );
  const nobody = run({}, 'eve@example.org', '--cohort', 'ir-2028', '--remove');
  expect(nobody.stderr).toBe('eve@example.org is not an advisor. Nothing was changed.\n');
  expect(nobody.status).toBe(1);
});

test.each([
  [['dana@example.org'], '--cohort is missing'],
  [['dana', '--cohort', 'ir-2028'], 'ADDRESS is not an email address.'],
  [
    ['dana@example.org', '--cohort', 'ir-2028', '--role', 'king'],
    '--role must be advisor, lead, or',
  ],
])('%j is refused by its field', (args, words) => {
  const { status, stderr, stdout } = run({}, ...args);
  expect(stderr).toContain(words);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test('a deployed table without its pepper is told what is missing', () => {
  const env = { AWAY_TABLE: 'away', AWS_REGION: 'us-east-1' };
  const { status, stderr } = run(env, 'dana@example.org', '--cohort', 'ir-2028');
  expect(stderr).toMatch(/^AWAY_PEPPER must [^\n]+\n$/);
  expect(status).toBe(1);
});
