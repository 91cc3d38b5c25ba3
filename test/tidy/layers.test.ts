/** The lint can fail: one violation of each rule, planted in a tree of the same shape, is found. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALLOWED, CLOCK_ADAPTER, FORBIDDEN } from './plants.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const BIOME = join(PROJECT, 'node_modules/@biomejs/biome/bin/biome');

interface Finding {
  rule: string;
  path: string;
}

describe('the lint', () => {
  let tree: string;
  let found: Finding[];

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'away-layers-'));
    cpSync(join(PROJECT, 'biome.json'), join(tree, 'biome.json'));
    plant('shared/b.ts', "import { a } from './a.ts';\nexport const b = () => a;\n");
    plant(...CLOCK_ADAPTER);
    for (const [path, text] of ALLOWED) plant(path, text);
    for (const [, path, text] of FORBIDDEN) plant(path, text);
    found = lint();
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test.each(FORBIDDEN)('finds %s in %s', (rule, path) => {
    expect(rulesBrokenBy(path)).toContain(rule);
  });

  test.each(ALLOWED)('finds nothing in %s', (path) => {
    expect(rulesBrokenBy(path)).toEqual([]);
  });

  test('lets the clock adapter read the clock and nothing else', () => {
    expect(rulesBrokenBy(CLOCK_ADAPTER[0])).toEqual(['noRestrictedImports']);
  });

  const rulesBrokenBy = (path: string): string[] =>
    found.filter((each) => each.path === path).map(({ rule }) => rule);

  function plant(path: string, text: string): void {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }

  function lint(): Finding[] {
    const args = ['lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', '.'];
    const { stdout } = spawnSync(process.execPath, [BIOME, ...args], {
      cwd: tree,
      encoding: 'utf8',
      maxBuffer: 16 * 1024 * 1024,
    });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { category: string; location: { path: string | { file: string } } }[];
    };
    return diagnostics.map(({ category, location: { path } }) => ({
      rule: category.split('/').at(-1) ?? '',
      path: (typeof path === 'string' ? path : path.file).replace(/^\.\//, ''),
    }));
  }
});

test('data of one row a line keeps its lines when all is formatted', () => {
  const rows = '[\n{"id":"a","name":"A"},\n{"id":"b","name":"B"}\n]\n';
  const tree = mkdtempSync(join(tmpdir(), 'away-format-'));
  cpSync(join(PROJECT, 'biome.json'), join(tree, 'biome.json'));
  mkdirSync(join(tree, 'shared/world/season'), { recursive: true });
  writeFileSync(join(tree, 'shared/world/season/calendar.json'), rows);
  writeFileSync(join(tree, 'shared/world/season/untidy.ts'), 'export const a = "1"');
  const args = ['ci', '--reporter=json', '--vcs-enabled=false', '.'];
  const { stdout } = spawnSync(process.execPath, [BIOME, ...args], { cwd: tree, encoding: 'utf8' });
  rmSync(tree, { recursive: true, force: true });
  expect(stdout).toContain('untidy.ts');
  expect(stdout).not.toContain('calendar.json');
});
