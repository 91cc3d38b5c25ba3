import excel from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { xlsxOf } from '#functions/adapters/xlsx.ts';
import { exportOfThree, FORMULA } from '../../shared/cohort/export/people.ts';

let book: excel.Workbook;
beforeAll(async () => {
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxOf(exportOfThree())) pieces.push(piece);
  book = new excel.Workbook();
  await book.xlsx.load(Buffer.concat(pieces) as never);
});

const cell = (sheet: string, header: string, line: number): unknown => {
  const page = book.getWorksheet(sheet);
  const headers = (page?.getRow(1).values ?? []) as unknown[];
  return page?.getRow(line).getCell(headers.indexOf(header)).value;
};

test('a workbook has a sheet of applicants, one of rotations, and one of every reason', () => {
  expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['Applicants', 4],
    ['Rotations', 3],
    ['Reasons', 4],
  ]);
});

test('days and moments are dates, numbers are numbers, and unknown is empty', () => {
  expect(cell('Rotations', 'First day', 3)).toEqual(new Date('2026-09-07T00:00:00.000Z'));
  expect(cell('Applicants', 'Enrolled here', 2)).toEqual(new Date('2026-11-23T15:00:00.000Z'));
  expect(cell('Applicants', 'Match year', 2)).toBe(2028);
  expect(cell('Applicants', 'School', 2)).toBeNull();
});

test('a name that looks like a formula is a text', () => {
  expect(cell('Applicants', 'Name', 3)).toBe(FORMULA);
});

test('a risk is a word on a color of its own, and no other cell has one', () => {
  const page = book.getWorksheet('Applicants');
  const headers = (page?.getRow(1).values ?? []) as unknown[];
  const fillOf = (header: string) =>
    [2, 3, 4].map((line) => page?.getRow(line).getCell(headers.indexOf(header)).fill);
  const solid = expect.objectContaining({ pattern: 'solid' });
  expect(fillOf('Risk')).toContainEqual(solid);
  expect(fillOf('Name')).not.toContainEqual(solid);
});

test('the header stays in sight and filters', () => {
  for (const page of book.worksheets) {
    expect(page.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 1 });
    const last = page.getColumn(page.columnCount).letter;
    expect(page.autoFilter).toBe(`A1:${last}${page.rowCount}`);
  }
});

test('each filter has the name without which LibreOffice shows none', () => {
  // The reader keeps the last of several equal names.
  const [{ ranges } = { ranges: [] }] = book.definedNames.model;
  expect(ranges).toEqual(['Reasons!$A$1:$M$4']);
});

test('an error among the people ends the file instead of shortening it', async () => {
  const failing = {
    ...exportOfThree(),
    // biome-ignore lint/correctness/useYield: it fails before the first.
    async *people() {
      throw new Error('the table is gone');
    },
  };
  await expect(async () => {
    for await (const _ of xlsxOf(failing));
  }).rejects.toThrow('the table is gone');
});
