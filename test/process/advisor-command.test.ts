/** `npm run advisor` as an operator types it. */
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './server-process.ts';

const folder = temporaryFolder();
const AWAY_DATA = join(folder.path, 'new');
afterAll(() => folder.remove());

const run = (env: Record<string, string>, ...args: string[]) =>
  runCommand({ AWAY_DATA, ...env }, 'advisor', ...args);

test('the first advisor creates the data folder, and can be added to a second cohort', () => {
  const first = run({}, 'dana@example.org', '--cohort', 'ir-2028', '--role', 'lead');
  expect(first.stderr).toBe('');
  expect(first.stdout).toContain('dana@example.org is lead advisor of ir-2028.');
  const second = run({}, 'dana@example.org', '--cohort', 'ir-2029', '--role', 'lead');
  expect(second.stdout).toContain('lead advisor of ir-2028, lead advisor of ir-2029.');
  expect(second.status).toBe(0);
});

test('a removed advisor keeps nothing, and somebody who never advised cannot be removed', () => {
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
  [['dana', '--cohort', 'ir-2028'], 'ADDRESS must look like name@example.org.'],
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

test('a deployed table without its pepper is refused with what is missing', () => {
  const env = { AWAY_TABLE: 'away', AWS_REGION: 'us-east-1' };
  const { status, stderr } = run(env, 'dana@example.org', '--cohort', 'ir-2028');
  expect(stderr).toMatch(/^AWAY_PEPPER must [^\n]+\n$/);
  expect(status).toBe(1);
});
