/** What is known about a program or a host, for an applicant: no tables' words, links out, and how old each fact is. */
import { describe, expect, test } from 'vitest';
import { hostPage, programPage } from '#shared/views/pages/programs/entry-page.ts';
import { institutions, programs } from '#shared/world/programs/directory.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { Program } from '#shared/world/programs/program.ts';
import { phraseSource } from '#shared/world/provenance.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';

const TODAY = '2026-11-29';
const TABLES_WORDS = /\d{4}-\d{2}-\d{2}|github|uscehub|matchly|repository|@[0-9a-f]{7}| \| /i;

const pageOf = (each: Program | Institution): string =>
  'code' in each
    ? programPage(each, PUBLISHED_WORLD, TODAY)
    : hostPage(each, PUBLISHED_WORLD, TODAY);

/** Where a link leads is not read. */
function seen(page: string): string {
  return page.replace(/<style>[\s\S]*?<\/style>/, '').replaceAll(/ (href|content)="[^"]*"/g, '');
}

describe('every program and every host', () => {
  test.each([
    ['programs', programs()],
    ['hosts', institutions()],
  ])(
    '%s are shown without dates as tables write them, and without the names of copies',
    (_, all) => {
      expect(all.length).toBeGreaterThan(100);
      const found = all.flatMap((each) => seen(pageOf(each)).match(TABLES_WORDS) ?? []);
      expect(found).toEqual([]);
    },
  );
});

test('a program’s draft goes to its residency program, a host’s to the visiting student office', () => {
  const [program] = programs();
  const [host] = institutions().filter(({ id }) => id === 'yale-international-electives');
  if (!program || !host) throw new Error('No program or no host.');
  expect(pageOf(program)).toContain(`To the residency program at ${program.name}:`);
  expect(pageOf(host)).toContain(`To the visiting student office at ${host.name}:`);
});

describe('a fact', () => {
  const [yale] = institutions().filter(({ id }) => id === 'yale-international-electives');
  const page = yale ? pageOf(yale) : '';

  test('links to its page and says how old it is', () => {
    expect(page).toMatch(
      /official:\n<a href="https:\/\/medicine\.yale\.edu[^"]*" rel="noreferrer">medicine\.yale\.edu ↗<\/a>, checked Sun, May 17, 2026 · 196 days ago/,
    );
  });

  test('of an unknown day is to be asked for again', () => {
    expect(page).toContain('day not recorded: ask again');
  });
});

test.each([
  [
    'https://aamc.org/list (ERAS 2026) via GitHub a/b c/d.json @031d5ac',
    'https://aamc.org/list (ERAS 2026), read in a copy',
  ],
  [
    'NRMP Tables 2025: https://github.com/a/b/blob/HEAD/README.md',
    'NRMP Tables 2025, read in a copy',
  ],
  ['https://github.com/a/b', 'read in a copy'],
  ['AAMC, ERAS timeline', 'AAMC, ERAS timeline'],
  ['', 'no published source found'],
])('“%s” reads “%s”', (source, words) => {
  expect(phraseSource({ source })).toBe(words);
});
