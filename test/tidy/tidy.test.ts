/** What lint cannot say about the whole tree. Each finding names its remedy. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Form, wordsOf } from '#infra/local/commands/arguments.ts';
import { COMMANDS } from '#infra/local/commands/table.ts';
import { FILES, matching, PROJECT, read } from './files.ts';

const holding = (paths: string[], pattern: RegExp): string[] =>
  paths.filter((path) => pattern.test(read(path)));

/** Spelled in parts, so that this file does not hold what it looks for. */
const word = (...parts: string[]): RegExp => new RegExp(parts.join(''));

describe('the tree', () => {
  test('is seen by this test', () => {
    expect(FILES).toContain('package.json');
    expect(FILES).toContain('.ci/run');
    expect(matching(/^shared\/.*\.ts$/).length).toBeGreaterThan(20);
  });

  test('leaves no note to fix later: write an issue or fix it now', () => {
    expect(holding(matching(/\.(ts|mjs|md|json)$/), word('FIX', 'ME|TO', 'DO\\b'))).toEqual([]);
  });

  test('names no path of a machine and no registry host', () => {
    // A folder inside an address of the web, such as a page of a university, follows a letter.
    const paths = word(
      '(?<![a-z])/(wo',
      'rk|ro',
      'ot|ho',
      'me|t',
      'mp)/[a-z]|registry\\.npm',
      'js\\.org',
    );
    expect(holding(FILES, paths)).toEqual([]);
    for (const before of ['', ' ', '"', '//', '}', 'C:']) {
      expect(`${before}/${['ho', 'me'].join('')}/ann`).toMatch(paths);
    }
  });

  test('locks packages by their content, not by an address', () => {
    expect(read('package-lock.json')).not.toContain(['"resol', 'ved"'].join(''));
  });

  test('locks what package.json asks for: run `npm install` after changing it', () => {
    const wanted = JSON.parse(read('package.json'));
    const locked = JSON.parse(read('package-lock.json')).packages[''];
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies', 'engines'])
      expect(locked[kind]).toEqual(wanted[kind]);
  });

  test('plays longer in `npm run test:season` each file that asks for whole seasons', () => {
    const longer = matching(/\.test\.ts$/).filter((path) =>
      read(path).includes(['AWAY', 'SEASONS'].join('_')),
    );
    expect(longer.length).toBeGreaterThan(0);
    const { PLAYED_LONGER } =
      read('vitest.config.ts').match(/const PLAYED_LONGER = \[(?<PLAYED_LONGER>[^\]]*)\]/)
        ?.groups ?? {};
    expect(PLAYED_LONGER?.match(/test\/[^']+/g)).toEqual(longer);
  });

  test('has no room named for what it is not: name a file for what it holds', () => {
    expect(matching(/(^|\/)(utils?|helpers?|services?|managers?|common|misc)(\/|\.|-)/)).toEqual(
      [],
    );
  });
});

describe('code', () => {
  test('imports zod as `* as z`, which bundles six times smaller', () => {
    const otherwise = /^(?:import|export) (?!type\b|\* as z\b).* from 'zod';/m;
    expect(holding(matching(/^(shared|functions|infra)\/.*\.ts$/), otherwise)).toEqual([]);
    expect("import { z } from 'zod';").toMatch(otherwise);
  });

  test('of the domain draws no lots: chance is an argument', () => {
    expect(holding(matching(/^shared\/.*\.ts$/), /\bMath\.random\b/)).toEqual([]);
  });

  test('spells table keys in the keys file alone: use keyOf and parseKey', () => {
    const elsewhere = matching(/^(shared|functions|infra)\/.*\.ts$/).filter(
      (path) => path !== 'shared/store/keys.ts',
    );
    expect(
      holding(
        elsewhere,
        /['"`](applicant|advisor|cohort|session|import|import-part|export|audit|address|chunk|switches)#/,
      ),
    ).toEqual([]);
  });

  test('of every test asserts something', () => {
    const silent = matching(/\.test\.ts$/).filter(
      (path) => !/\b(expect|assert|Contract\()/.test(read(path)),
    );
    expect(silent).toEqual([]);
  });

  test('of every deployed function has a test of its name', () => {
    const functions = matching(/^functions\/[^/]+\.ts$/);
    const untested = functions.filter(
      (path) => !existsSync(`${PROJECT}test/${path.replace(/\.ts$/, '.test.ts')}`),
    );
    expect(functions.length).toBeGreaterThan(2);
    expect(untested).toEqual([]);
  });
});

describe('what is written', () => {
  test('names only files that exist', () => {
    for (const page of matching(/^(?!CHANGELOG).*\.md$/)) {
      const text = read(page);
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? '');
      const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : '';
      expect(links.filter((path) => !existsSync(`${PROJECT}${folder}${path}`))).toEqual([]);
      const code = [...text.matchAll(/`((?:shared|functions|infra|test|docs)\/[\w./-]*)`/g)].map(
        ([, path]) => path ?? '',
      );
      expect(code.filter((path) => !existsSync(`${PROJECT}${path}`))).toEqual([]);
    }
  });

  test('names only commands, forms, and options that exist', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const page of matching(/^(?!CHANGELOG).*\.md$/)) {
      const named = [...read(page).matchAll(/npm run ([a-z][\w:-]*)(?: -- ([^`\n|]*))?/g)];
      expect(named.filter(([, name = '']) => !(name in scripts)).map(([all]) => all)).toEqual([]);
      const wrong = named.filter(([, name = '', rest = '']) => !isAccepted(name, rest));
      expect(wrong.map(([all]) => `${page}: ${all}`)).toEqual([]);
    }
    expect(isAccepted('ops', 'dry-run --day 2027-01-01')).toBe(true);
    expect(isAccepted('ops', 'dry-walk')).toBe(false);
    expect(isAccepted('plan', 'FILE.json --xml')).toBe(false);
  });

  test('in README fits two screens', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(90);
  });
});

/** Whether the table of commands has this form and these options; what else follows is an operand. */
function isAccepted(name: string, rest: string): boolean {
  const command = Object.entries(COMMANDS).find(([each]) => each === name)?.[1];
  if (!command || rest === '') return true;
  const words = rest.trim().split(/\s+/);
  const forms = Object.entries<Form>(command.forms).filter((form) =>
    wordsOf(...form).every((word, at) => words[at] === word),
  );
  const options = forms.flatMap(([, { options = {} }]) => Object.keys(options));
  return (
    forms.length > 0 &&
    words
      .filter((word) => /^\[?--/.test(word))
      .every((word) => options.includes(word.replace(/^\[?--/, '').replace(/[\].,=].*$/, '')))
  );
}
