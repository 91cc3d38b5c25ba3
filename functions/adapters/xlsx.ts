/** A cohort as a workbook, written sheet by sheet and line by line. The library is loaded here, and only when it is used. */
import { PassThrough } from 'node:stream';
import type ExcelJS from 'exceljs';
import type { ExportOf } from '#shared/cohort/export/formats.ts';
import {
  APPLICANT_SHEET,
  type Cell,
  type CellType,
  ROTATION_SHEET,
  rowsOf,
  type SheetColumn,
} from '#shared/cohort/table/sheets.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { dateCell } from './clock.ts';

const FORMATS: Readonly<Partial<Record<CellType, string>>> = {
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm" UTC"',
};
const WIDTHS: Readonly<Record<CellType, number>> = {
  text: 24,
  number: 12,
  day: 12,
  moment: 22,
  'yes-no': 10,
};

const SOLID = { type: 'pattern', pattern: 'solid' } as const;
/** Behind the word, never instead of it: pale enough for black text. */
const FILLS: Readonly<Record<string, string>> = {
  red: 'FFF8D0C8',
  'cannot-be-saved': 'FFE3D3E8',
  amber: 'FFFFE7B0',
  outside: 'FFDDE7F2',
  green: 'FFD5ECDC',
};

export async function* xlsxOf(of: ExportOf): AsyncGenerator<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const out = new PassThrough();
  const book = new excel.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  });
  const written = write();
  written.catch((error: Error) => out.destroy(error));
  for await (const piece of out) yield piece;
  await written;

  async function write(): Promise<void> {
    await sheet('Applicants', APPLICANT_SHEET, (one) => rowsOf(one, of).applicants);
    await sheet('Rotations', ROTATION_SHEET, (one) => rowsOf(one, of).rotations);
    await book.commit();
  }

  async function sheet<Row>(
    name: string,
    columns: readonly SheetColumn<Row>[],
    rowsOfOne: (applicant: Applicant) => readonly Row[],
  ): Promise<void> {
    const page = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    page.columns = columns.map(({ header, type }) => ({
      header,
      width: WIDTHS[type],
      style: { ...(FORMATS[type] && { numFmt: FORMATS[type] }) },
    }));
    page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    page.getRow(1).font = { bold: true };
    for await (const applicant of of.people()) {
      for (const row of rowsOfOne(applicant)) {
        const line = page.addRow(columns.map((column) => cellOf(column.of(row), column.type)));
        const risk = columns.findIndex(({ header }) => header === 'Risk');
        const argb = FILLS[String(columns[risk]?.of(row))];
        if (argb) line.getCell(risk + 1).fill = { ...SOLID, fgColor: { argb } };
        line.commit();
      }
      // The reader of the file may be slower than the writer.
      if (out.writableNeedDrain) await new Promise((drained) => out.once('drain', drained));
    }
    page.commit();
  }
}

/** A text cell is text, whatever it starts with: nothing in a workbook is run because it looks like a formula. */
function cellOf(cell: Cell, type: CellType): ExcelJS.CellValue {
  if (cell === undefined) return null;
  if (type === 'day' || type === 'moment') return dateCell(String(cell));
  return type === 'yes-no' ? (cell ? 'yes' : 'no') : cell;
}
