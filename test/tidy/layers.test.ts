/** The lint can fail: one violation of each rule, planted in a tree of the same shape, is found. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Rule → where → what. */
const PLANTED: [rule: string, path: string, text: string][] = [
  [
    'noRestrictedGlobals',
    'shared/rotation/clock-in-domain.ts',
    'export const now = () => new Date();\n',
  ],
  [
    'noRestrictedGlobals',
    'functions/clock-in-function.ts',
    'export const now = () => new Date();\n',
  ],
  ['noRestrictedGlobals', 'functions/adapters/other.ts', 'export const now = () => new Date();\n'],
  ['noRestrictedGlobals', 'infra/local/clock-in-host.ts', 'export const now = () => new Date();\n'],
  [
    'noRestrictedGlobals',
    'shared/mail/fetching.ts',
    "export const get = () => fetch('https://example.org');\n",
  ],
  [
    'noRestrictedImports',
    'shared/rotation/upward.ts',
    "export { sweep } from '../../functions/sweep.ts';\n",
  ],
  ['noRestrictedImports', 'shared/time/upward.ts', "export { readFileSync } from 'node:fs';\n"],
  ['noRestrictedImports', 'shared/mail/reading.ts', "export { readFileSync } from 'node:fs';\n"],
  [
    'noRestrictedImports',
    'shared/store/small.ts',
    ['import { z', ' } from "zod";\nexport const a = z;\n'].join(''),
  ],
  [
    'noRestrictedImports',
    'functions/upward.ts',
    "export { main } from '../infra/local/main.ts';\n",
  ],
  ['noRestrictedImports', 'functions/sdk.ts', "export { SESClient } from '@aws-sdk/client-ses';\n"],
  [
    'noRestrictedImports',
    'functions/adapters/upward.ts',
    "export { main } from '../../infra/local/main.ts';\n",
  ],
  ['noRestrictedImports', 'infra/local/upward.ts', "export { app } from '../aws/app.ts';\n"],
  ['noImportCycles', 'shared/a.ts', "import { b } from './b.ts';\nexport const a = () => b;\n"],
  ['noProcessEnv', 'functions/adapters/outbox.ts', 'export const port = process.env.PORT;\n'],
  ['noDefaultExport', 'shared/rotation/default.ts', 'export default 1;\n'],
  ['noEnum', 'shared/rotation/enum.ts', 'export enum Stage {\n  One,\n}\n'],
  [
    'noNonNullAssertion',
    'shared/rotation/bang.ts',
    'export const first = (a: string[]) => a[0]!;\n',
  ],
  ['noConsole', 'functions/talking.ts', "export const say = () => console.log('hello');\n"],
  ['useFilenamingConvention', 'shared/rotation/camelCase.ts', 'export const a = 1;\n'],
  [
    'useImportType',
    'shared/rotation/types.ts',
    "import { Day } from '../time/day.ts';\nexport type A = Day;\n",
  ],
  [
    'noFloatingPromises',
    'functions/floating.ts',
    'const later = async (): Promise<number> => 1;\nexport const go = (): void => {\n  later();\n};\n',
  ],
];

describe('the lint finds', () => {
  let tree: string;
  let found: { rule: string; path: string }[];

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'away-layers-'));
    cpSync(join(PROJECT, 'biome.json'), join(tree, 'biome.json'));
    plant('shared/b.ts', "import { a } from './a.ts';\nexport const b = () => a;\n");
    plant('.gitignore', 'node_modules\n');
    for (const [, path, text] of PLANTED) plant(path, text);
    found = lint();
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test.each(PLANTED)('%s in %s', (rule, path) => {
    expect(found.filter((each) => each.path === path).map((each) => each.rule)).toContain(rule);
  });

  test('nothing in a file that keeps the rules', () => {
    plant('shared/rotation/quiet.ts', "export const quiet = 'nothing to find here';\n");
    expect(lint().filter(({ path }) => path === 'shared/rotation/quiet.ts')).toEqual([]);
  });

  function plant(path: string, text: string): void {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }

  function lint(): { rule: string; path: string }[] {
    const biome = join(PROJECT, 'node_modules/@biomejs/biome/bin/biome');
    const run = ['lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', '.'];
    let out: string;
    try {
      out = execFileSync(process.execPath, [biome, ...run], {
        cwd: tree,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch (failed) {
      out = (failed as { stdout: string }).stdout;
    }
    const { diagnostics } = JSON.parse(out) as {
      diagnostics: { category: string; location: { path: string | { file: string } } }[];
    };
    return diagnostics.map(({ category, location }) => ({
      rule: category.split('/').at(-1) ?? '',
      path: (typeof location.path === 'string' ? location.path : location.path.file).replace(
        /^\.\//,
        '',
      ),
    }));
  }
});
