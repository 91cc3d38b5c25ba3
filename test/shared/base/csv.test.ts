import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvOf } from '#shared/base/csv.ts';

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  ' =1',
  '|calc',
  '%0A',
  '\u00a0=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
])('makes no formula of “%s”', (text) => {
  const [, row = ''] = csvOf(['a'], [[text]]).split('\r\n');
  expect(row.replace(/^"/, '')).toMatch(/^'/);
});

test('keeps commas, quotes and scripts, and guards no number', () => {
  expect(csvOf(['a', 'b', 'c'], [['x, "y"', 'Núñez 陳', -5]])).toBe(
    '\ufeff"a","b","c"\r\n"x, ""y""","Núñez 陳","-5"\r\n',
  );
});

test('keeps a line break within its cell, and blank edges', () => {
  expect(csvOf(['a', 'b', 'c', 'd'], [['x\n=1', 'y\rz', ' q ', undefined]])).toBe(
    '\ufeff"a","b","c","d"\r\n"x\n=1","y\rz"," q ",""\r\n',
  );
});

test('begins no cell with a formula where a semicolon separates cells', () => {
  const names = ['Zoë;=1+1', 'a";=1', '";=1', 'x;@y', ';＝1', '=1;2'];
  const csv = csvOf(
    ['name', 'next'],
    names.map((name) => [name, 'b']),
  ).slice(1);
  const lenient = { delimiter: ';', relax_quotes: true, relax_column_count: true } as const;
  const cells: string[][] = parse(csv, lenient);
  expect(cells).toHaveLength(names.length + 1);
  expect(cells.flat().filter((cell) => /^[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
});
