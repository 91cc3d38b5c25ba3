import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { exportFolder } from '#functions/adapters/export-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'away-exports-'));
const folder = join(root, 'exports');
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(...texts: string[]) {
  yield* texts;
}

test('a file is kept whole, for its owner alone, and read as it was written', async () => {
  const files = exportFolder(folder);
  expect(await files.write('i1', pieces('Zoë,', '1\r\n'))).toBe(8);
  expect(await new Response((await files.open('i1'))?.stream).text()).toBe('Zoë,1\r\n');
  expect(statSync(join(folder, 'i1')).mode & 0o077).toBe(0);
});

test('a file that breaks off is not there', async () => {
  const files = exportFolder(folder);
  const broken = (async function* () {
    yield 'half';
    throw new Error('killed');
  })();
  await expect(files.write('i1', broken)).rejects.toThrow('killed');
  expect(await files.open('i1')).toBeUndefined();
});

test('a file goes after a day, and no earlier', async () => {
  const files = exportFolder(folder);
  await files.write('old', pieces('x'));
  const past = new Date(Date.now() - 25 * 3_600_000);
  utimesSync(join(folder, 'old'), past, past);
  await files.write('new', pieces('y'));
  files.forget();
  expect(readdirSync(folder)).toEqual(['new']);
});

test('nothing is made before the first export', () => {
  exportFolder(folder).forget();
  expect(existsSync(folder)).toBe(false);
});
