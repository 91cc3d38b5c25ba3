/** `npm run import-programs` as a maintainer runs it: the difference is shown, and nothing is written unasked. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { programs } from '#shared/world/programs/directory.ts';
import { PROJECT, runCommand } from './run-command.ts';
import { temporaryFolder } from './server-process.ts';

const DATA = join(PROJECT, 'shared/world/programs/programs.json');
const SOURCE = ['--source=https://list.example.org', '--season=2027'];
const folder = temporaryFolder();
afterAll(() => folder.remove());

const before = readFileSync(DATA, 'utf8');
const csv = join(folder.path, 'list.csv');
writeFileSync(
  csv,
  [
    'code,name,kind,city,state',
    ...programs().map(
      ({ code, name, kind, city, state }) => `${code},"${name}",${kind},"${city}",${state}`,
    ),
    '4169900001,Springfield,integrated-ir,Springfield,IL',
  ].join('\r\n'),
);
const short = join(folder.path, 'short.json');
writeFileSync(
  short,
  JSON.stringify([
    { code: '4169900001', name: 'Springfield', kind: 'dr', city: 'Springfield', state: 'IL' },
  ]),
);

describe('a newer list', () => {
  test('is compared, and the data file is left alone', () => {
    const { status, stdout } = run(csv, ...SOURCE);
    expect(status).toBe(0);
    expect(stdout).toContain('1 added, 0 gone, 0 changed, 296 as before');
    expect(stdout).toContain('Nothing was written. To write it, add --write.');
  });

  test('that would empty the directory is not written by mistake', () => {
    const { status, stderr } = run(short, ...SOURCE, '--write');
    expect(status).toBe(1);
    expect(stderr).toContain(
      'Nothing was written: 296 programs would disappear. If that is right, add --gone=296.',
    );
  });
});

test.each([
  ['without a source', [csv, '--season=2027'], '--source is missing'],
  ['without a season', [csv, '--source=x'], '--season is missing'],
  ['with an unknown option', [csv, ...SOURCE, '--force'], '--force is not an option'],
])('a call %s ends with code 2 and a sentence', (_, args, sentence) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(sentence);
});

test('none of these calls touched the data file', () => {
  expect(readFileSync(DATA, 'utf8')).toBe(before);
});

function run(...args: string[]) {
  return runCommand({}, 'import-programs', ...args);
}
