/** The last line tells the truth of a run, whatever went wrong in it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const PASSING = "test('a', () => expect(1).toBe(1));\n";
const FAILING = "test('b', () => expect(1).toBe(2));\n";

describe('the last line', () => {
  test('counts what passed', () => {
    expect(lastLineOf({ 'good.test.ts': PASSING })).toEqual(['1 passed, 0 failed', 0]);
  });

  test('counts what failed, and the run fails', () => {
    const files = { 'good.test.ts': PASSING, 'bad.test.ts': `${PASSING}${FAILING}` };
    expect(lastLineOf(files)).toEqual(['2 passed, 1 failed', 1]);
  });

  test('counts a file that does not load', () => {
    const files = { 'good.test.ts': PASSING, 'torn.test.ts': "throw new Error('torn');\n" };
    expect(lastLineOf(files)).toEqual(['1 passed, 1 failed', 1]);
  });

  test('counts a group whose setting up failed', () => {
    const group = `describe('g', () => {\nbeforeAll(() => {\nthrow new Error('no');\n});\n${PASSING}});\n`;
    expect(lastLineOf({ 'group.test.ts': group })).toEqual(['0 passed, 1 failed, 1 skipped', 1]);
  });

  test('counts a promise nobody caught', () => {
    const files = { 'loose.test.ts': `${PASSING}void Promise.reject(new Error('loose'));\n` };
    expect(lastLineOf(files)).toEqual(['1 passed, 1 failed', 1]);
  });

  test('shows what was skipped', () => {
    const files = { 'skip.test.ts': `${PASSING}test.skip('c', () => {});\n` };
    expect(lastLineOf(files)).toEqual(['1 passed, 0 failed, 1 skipped', 0]);
  });

  test('is there when there is no test at all, and the run fails', () => {
    expect(lastLineOf({})).toEqual(['0 passed, 0 failed', 1]);
  });
});

/** Runs these files under the project's reporters, in a folder of their own: the last line, and the exit code. */
function lastLineOf(files: Record<string, string>): [line: string, code: number | null] {
  const folder = mkdtempSync(join(tmpdir(), 'away-reporter-'));
  try {
    symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    mkdirSync(join(folder, 'test'));
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(folder, 'test', name), text);
    const settings = {
      globals: true,
      reporters: [join(PROJECT, 'test/summary-reporter.ts')],
    };
    const config = `export default { test: ${JSON.stringify(settings)} };\n`;
    writeFileSync(join(folder, 'vitest.config.mjs'), config);
    const args = [join(PROJECT, 'node_modules/vitest/vitest.mjs'), 'run'];
    const { stdout, status } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
    });
    return [stdout.trimEnd().split('\n').at(-1) ?? '', status];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
