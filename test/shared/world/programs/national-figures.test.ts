/** Figures of the whole country: each with a year and a source, and of the specialty that a program trains for. */
import { describe, expect, test } from 'vitest';
import { figuresFor, readNationalFigures } from '#shared/world/programs/national-figures.ts';

const figure = {
  about: 'ir',
  what: 'Positions',
  value: '245',
  year: '2026',
  address: 'https://example.org/table',
  certainty: 'secondary',
} as const;

test('there are 27, 14 of IR and 13 of DR', () => {
  expect(figuresFor({ kind: 'integrated-ir' })).toHaveLength(14);
  expect(figuresFor({ kind: 'dr' })).toHaveLength(13);
});

describe('a figure', () => {
  test('whose address was not kept names its publisher', () => {
    const { address: _, ...kept } = figure;
    expect(readNationalFigures([{ ...kept, publisher: 'NRMP' }])).toHaveLength(1);
    expect(() => readNationalFigures([kept])).toThrow(
      'shared/world/programs/national-figures.json line 2: address is missing',
    );
  });

  test.each([
    [{ about: 'ent' }, 'about is not one of ir, dr'],
    [{ year: 'last year' }, 'year is no year, years, or undated'],
    [{ address: 'nrmp table' }, 'address is not an address'],
    [{ certainty: 'sure' }, 'certainty is not one of official, secondary, survey'],
  ])('with %o is refused by file, line, and field', (wrong, message) => {
    expect(() => readNationalFigures([{ ...figure, ...wrong }])).toThrow(
      `shared/world/programs/national-figures.json line 2: ${message}`,
    );
  });
});
