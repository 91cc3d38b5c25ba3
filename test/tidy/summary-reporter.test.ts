/** The last line tells the truth of a run, whatever went wrong in it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
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

describe('what comes before it', () => {
  test('is a line a file, and of a failure the sentence, the place, and what the test had printed', () => {
    const files = {
      'good.test.ts': `test('a', () => console.log('quiet') ?? expect(1).toBe(1));\n`,
      'bad.test.ts': `test('b', () => console.log('loud') ?? expect({ n: 1 }).toEqual({ n: 2 }));\n`,
    };
    const { stdout } = run(files, { FORCE_COLOR: '1' });
    expect(stdout).toMatch(/^ok {3}test\/good\.test\.ts: 1 test, [\d.]+ s$/m);
    expect(stdout).toMatch(/^FAIL test\/bad\.test\.ts: 1 test, [\d.]+ s$/m);
    expect(stdout).toMatch(/^FAILED test\/bad\.test\.ts > b\n {2}expected .* to deeply equal/m);
    expect(stdout).toMatch(/^ {2}at .*bad\.test\.ts:1:\d+/m);
    expect(stdout).toMatch(/^\+ +"n": 1,$/m);
    expect(stdout).toContain('loud');
    expect(stdout).not.toContain('quiet');
    expect(stripVTControlCharacters(stdout)).toBe(stdout);
  });

  test('is what was skipped, by its reason', () => {
    const skipping = "({ skip }) => skip('no browser')";
    const files = { 'skip.test.ts': `test('a', ${skipping});\ntest('b', ${skipping});\n` };
    expect(run(files).stdout).toMatch(/^skipped 2: no browser$/m);
  });

  test('names what several projects leave out, and nothing where one was asked for', () => {
    const files = { 'good.test.ts': PASSING };
    const left = /^not run: browser tests \(npm run test:browser\)$/m;
    expect(run(files, {}, ['unit', 'season']).stdout).toMatch(left);
    expect(run(files, {}, ['unit', 'browser']).stdout).not.toMatch(left);
    expect(run(files, {}, ['unit']).stdout).not.toMatch(left);
  });
});

function lastLineOf(files: Record<string, string>): [line: string, code: number | null] {
  const { stdout, status } = run(files);
  return [stdout.trimEnd().split('\n').at(-1) ?? '', status];
}

/** Runs these files under the project's reporter, in a folder of their own. */
function run(
  files: Record<string, string>,
  env: Record<string, string> = {},
  projects: readonly string[] = [],
): { stdout: string; status: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'away-reporter-'));
  try {
    symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    mkdirSync(join(folder, 'test'));
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(folder, 'test', name), text);
    const settings = {
      globals: true,
      silent: 'passed-only',
      reporters: [join(PROJECT, 'test/summary-reporter.ts')],
      ...(projects.length > 0 && {
        projects: projects.map((name) => ({ extends: true, test: { name } })),
      }),
    };
    const config = `export default { test: ${JSON.stringify(settings)} };\n`;
    writeFileSync(join(folder, 'vitest.config.mjs'), config);
    const args = [join(PROJECT, 'node_modules/vitest/vitest.mjs'), 'run'];
    return spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
