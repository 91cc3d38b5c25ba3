import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { releaseFingerprint } from '#functions/adapters/release.ts';

const folder = mkdtempSync(join(tmpdir(), 'away-release-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the same files are the same release, and any other content or name is another one', () => {
  mkdirSync(join(folder, 'season'));
  writeFileSync(join(folder, 'season', '2028.json'), '[]');
  writeFileSync(join(folder, 'world.ts'), 'export {};');
  const first = releaseFingerprint(folder);
  expect(releaseFingerprint(folder)).toBe(first);
  writeFileSync(join(folder, 'season', '2028.json'), '[{}]');
  const changed = releaseFingerprint(folder);
  writeFileSync(join(folder, 'season', '2029.json'), '');
  expect(new Set([first, changed, releaseFingerprint(folder)]).size).toBe(3);
});

test('this release’s is one that a deployed function takes', () => {
  expect(releaseFingerprint()).toMatch(/^[A-Za-z0-9]{8,128}$/);
});
