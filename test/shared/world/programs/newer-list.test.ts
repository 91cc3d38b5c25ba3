/** A newer list of programs: what it says is new, and what was found out stays. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { programByCode, programs, readPrograms } from '#shared/world/programs/directory.ts';
import {
  compareLists,
  differenceText,
  fileOf,
  type ListRow,
  readList,
} from '#shared/world/programs/newer-list.ts';

const LIST = {
  source: 'https://list.example.org',
  checkedOn: '2027-06-10',
  certainty: 'official',
  season: 2027,
} as const;
const same: ListRow[] = programs().map(({ code, name, kind, city, state }) => ({
  code,
  name,
  kind,
  city,
  state,
}));
const NEW: ListRow = {
  code: '4169900001',
  name: 'Springfield',
  kind: 'integrated-ir',
  city: 'Springfield',
  state: 'IL',
};

function compared(rows: ListRow[]) {
  const difference = compareLists(programs(), rows, LIST);
  if (!difference.ok) throw new Error(difference.failure.join('\n'));
  return difference.value;
}

describe('a newer list', () => {
  test('that is the same changes only where and when it was read', () => {
    const { added, gone, changed, unchanged, next } = compared(same);
    expect([added.length, gone.length, changed.length, unchanged]).toEqual([0, 0, 0, 296]);
    expect(next[0]).toMatchObject({ source: LIST.source, listSeason: 2027, institutionId: 'uab' });
  });

  test('keeps facts, host, and pairs, and tells what was added, changed and is gone', () => {
    const yale = '4160800001';
    const rows = [
      ...same
        .filter(({ code }) => code !== '4200821043')
        .map((row) => (row.code === yale ? { ...row, name: 'Yale New Haven Hospital' } : row)),
      NEW,
    ];
    const difference = compared(rows);
    expect(differenceText(difference)).toBe(
      [
        '1 added, 1 gone, 1 changed, 294 as before',
        '+ 4169900001 Springfield, IL',
        '- 4200821043 Yale-New Haven Medical Center, CT (known about it: esir, positions, host yale)',
        '~ 4160800001 name “Yale-New Haven Medical Center” → “Yale New Haven Hospital”',
        '',
      ].join('\n'),
    );
    const reported = difference.next.find(({ code }) => code === yale);
    expect(reported).toMatchObject({ institutionId: 'yale', visiting: expect.anything() });
    // Its DR residency is gone, and so is the pair.
    expect(reported).not.toHaveProperty('pairedCode');
    expect(reported?.facts).toEqual(programByCode(yale)?.facts);
    expect(() => readPrograms(JSON.parse(fileOf(difference.next)))).not.toThrow();
  });

  test('is written one row a line, and as it was where nothing changed', () => {
    expect(fileOf(programs())).toBe(readFileSync('shared/world/programs/programs.json', 'utf8'));
  });
});

describe('a list is refused by row and field', () => {
  test.each([
    ['no array', {}, 'the list is not an array of rows'],
    ['no row', [], 'the list has no row'],
    [
      'a wrong state',
      [{ ...NEW, state: 'Illinois' }],
      'row 1: state is not a two-letter state code',
    ],
    [
      'a wrong code',
      [NEW, { ...NEW, code: '7' }],
      'row 2: code is not an ACGME code of ten digits',
    ],
    ['a column too many', [{ ...NEW, rank: '1' }], 'row 1: rank is not a known field'],
    ['a code twice', [NEW, NEW], 'row 2: code 4169900001 is also on row 1'],
  ])('%s', (_, rows, sentence) => {
    const read = readList(rows);
    expect(read.ok ? [] : read.failure).toEqual([sentence]);
  });
});
