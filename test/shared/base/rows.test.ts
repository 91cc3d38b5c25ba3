import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseRows, repeats } from '#shared/base/rows.ts';
import { daySchema } from '#shared/base/time/day.ts';

const schema = z.strictObject({
  id: z.string(),
  day: daySchema,
  word: z.enum(['yes', 'no']).exactOptional(),
});
const alice = { id: 'alice', day: '2027-09-01', word: 'yes' };
const bob = { id: 'bob', day: '2027-09-22' };

describe('a table', () => {
  test('of whole rows is taken as it is', () => {
    expect(parseRows('cast.json', schema, [alice, bob])).toEqual([alice, bob]);
  });

  test('keeps an absent field absent', () => {
    expect(parseRows('cast.json', schema, [bob])[0]).not.toHaveProperty('word');
  });

  test('whose own check finds nothing is taken', () => {
    const once = (rows: { id: string }[]) => repeats(rows, 'id', ({ id }) => id);
    expect(parseRows('cast.json', schema, [alice, bob], once)).toHaveLength(2);
  });

  test('may be empty', () => {
    expect(parseRows('cast.json', schema, [])).toEqual([]);
  });
});

describe('a malformed table', () => {
  const refusalOf = (rows: unknown) => {
    try {
      parseRows('cast.json', schema, rows);
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error('The table was taken.');
  };

  test('names file, line, and field', () => {
    expect(refusalOf([alice, bob, { ...bob, day: '2027-02-30' }])).toBe(
      'cast.json line 4: day is not a calendar day written YYYY-MM-DD',
    );
  });

  test('names every bad row and every bad field at once', () => {
    expect(refusalOf([{ day: 5 }, alice, { ...bob, word: 'maybe', color: 'red' }])).toBe(
      [
        'cast.json line 2: id is missing',
        'cast.json line 2: day is not a calendar day written YYYY-MM-DD',
        'cast.json line 4: word is not one of yes, no',
        'cast.json line 4: color is not a known field',
      ].join('\n'),
    );
  });

  test('says so of a row that is no object and of a file that is no array', () => {
    expect(refusalOf(['alice'])).toBe('cast.json line 2: the row is not of type object');
    expect(refusalOf({ alice })).toBe('cast.json: is not an array of rows');
  });

  test('names the line that already has the key', () => {
    const once = (rows: { id: string }[]) => repeats(rows, 'id', ({ id }) => id);
    expect(() => parseRows('cast.json', schema, [alice, bob, alice], once)).toThrow(
      'cast.json line 4: id alice is also on line 2',
    );
  });
});
