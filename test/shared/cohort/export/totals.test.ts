import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppressed, totalsCsv, totalsOf } from '#shared/cohort/export/totals.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { alice } from '../../../cast.ts';

const cells = (...counts: number[]) => counts.map((count, n) => ({ value: `v${n}`, count }));
const shown = (...counts: number[]) => suppressed(cells(...counts)).map(({ count }) => count);

describe('a number is shown', () => {
  test('from ten on, where none is smaller', () => {
    expect(shown(10, 25, 300)).toEqual([10, 25, 300]);
  });
});

describe('a number is hidden', () => {
  test('under ten, and the next smallest, from which it would follow', () => {
    expect(shown(3, 40, 12)).toEqual([undefined, 40, undefined]);
  });

  test('with another under ten, and a third while both together are under ten', () => {
    expect(shown(2, 3, 15, 80)).toEqual([undefined, undefined, undefined, 80]);
  });

  test('when it is all there is', () => {
    expect(shown(4)).toEqual([undefined]);
  });

  test('so that no hidden one follows from the others and their sum, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }), (counts) => {
        const reported = shown(...counts);
        const hidden = counts.filter((_, n) => reported[n] === undefined);
        const sum = hidden.reduce((a, b) => a + b, 0);
        expect(reported.some((count) => count !== undefined && count < 10)).toBe(false);
        const isSafe = hidden.length === 0 || (hidden.length > 1 && sum >= 10);
        // Where even everybody is too few, everything is hidden.
        expect(isSafe || hidden.length === counts.length).toBe(true);
      }),
    );
  });
});

test('totals name nobody and hold no id', () => {
  const people = Array.from({ length: 12 }, (_, n) =>
    summaryOfApplicant(alice({ id: `person-${n}` })),
  );
  const csv = totalsCsv(totalsOf(people));
  expect(csv).toContain('"Match year","2028","12"');
  expect(csv).not.toMatch(/Alice|person-|example/);
});
