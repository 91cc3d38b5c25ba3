import { expect, test } from 'vitest';
import { csvOf } from '#shared/base/csv.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '|calc', '%0A', '\u00a0=1'])(
  'makes no formula of “%s”',
  (text) => {
    const [, row = ''] = csvOf(['a'], [[text]]).split('\r\n');
    expect(row.replace(/^"/, '')).toMatch(/^'/);
  },
);

test('keeps commas, quotes and scripts, and leaves numbers numbers', () => {
  expect(csvOf(['a', 'b', 'c'], [['x, "y"', 'Núñez 陳', -5]])).toBe(
    '\ufeffa,b,c\r\n"x, ""y""",Núñez 陳,-5\r\n',
  );
});

test('keeps a line break within its cell, and blank edges', () => {
  expect(csvOf(['a', 'b', 'c', 'd'], [['x\n=1', 'y\rz', ' q ', undefined]])).toBe(
    '\ufeffa,b,c,d\r\n"x\n=1","y\rz"," q ",\r\n',
  );
});
