/** A line number names a row only while every data file keeps one row a line. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GUIDE_RULES } from '#shared/world/guide/rules.ts';
import { offerings } from '#shared/world/hosts/hosts.ts';
import { programs } from '#shared/world/programs/directory.ts';
import { readNationalFigures } from '#shared/world/programs/national-figures.ts';
import { readProgramFacts } from '#shared/world/programs/program-fact.ts';
import { PUBLISHED_CALENDAR } from '#shared/world/season/season.ts';

const SHARED = new URL('../../shared/', import.meta.url);

const PROGRAM_FACTS = 'world/programs/program-facts.json';
const FIGURES = 'world/programs/national-figures.json';

const FILES: [string, readonly unknown[]][] = [
  [
    'world/programs/programs.json',
    programs().map(({ institutionId: _, facts: __, ...row }) => row),
  ],
  [PROGRAM_FACTS, readProgramFacts(rowsOf(PROGRAM_FACTS))],
  [FIGURES, readNationalFigures(rowsOf(FIGURES))],
  ['world/hosts/offerings.json', offerings()],
  ['world/guide/rules.json', GUIDE_RULES],
  ...[...PUBLISHED_CALENDAR].map(([season, rows]): [string, readonly unknown[]] => [
    `world/season/seasons/${season}.json`,
    rows,
  ]),
];

test.each(FILES)('%s keeps one row a line, and loses none on the way in', (file, rows) => {
  const lines = readFileSync(new URL(file, SHARED), 'utf8').split('\n');
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['[', ']', '']);
  const read = lines.slice(1, -2).map((line) => JSON.parse(line.replace(/,$/, '')));
  expect(read).toEqual(rows);
});

function rowsOf(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, SHARED), 'utf8'));
}

test('every season file in the folder is in the calendar', () => {
  const files = readdirSync(new URL('world/season/seasons/', SHARED)).toSorted();
  expect(files).toEqual([...PUBLISHED_CALENDAR.keys()].map((season) => `${season}.json`));
});
