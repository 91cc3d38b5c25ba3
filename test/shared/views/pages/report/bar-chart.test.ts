/** The length of a bar: its share of the longest, and never less than nothing. */
import { expect, test } from 'vitest';
import { type Bar, barChart } from '#shared/views/pages/report/bar-chart.ts';

const widthsOf = (...bars: Bar[]) => {
  const chart = barChart({ id: 'c', title: 'Days', text: 'Days waited.', bars, head: [] });
  return [...String(chart).matchAll(/<rect class="(\w+)"[^>]* width="([^"]+)"/g)].map(
    ([, name, width]) => [name, Number(width)],
  );
};

test('the longest bar has the whole width, and others their share', () => {
  expect(widthsOf({ label: 'Yale', value: 40 }, { label: 'Brown', value: 10 })).toEqual([
    ['bar', 142],
    ['bar', 35.5],
  ]);
});

test('a part is filled from the start of its bar', () => {
  expect(widthsOf({ label: 'Letters', value: 4, part: 1 })).toEqual([
    ['bar', 142],
    ['part', 35.5],
  ]);
});

test('days that have not started draw no bar, and no width below zero', () => {
  expect(widthsOf({ label: 'Yale', value: -109 }, { label: 'Brown', value: 0 })).toEqual([
    ['bar', 0],
    ['bar', 0],
  ]);
});
