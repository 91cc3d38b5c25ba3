/** A cohort as a workbook, written sheet by sheet and line by line. The library is loaded here, and only when it is used. */
import { PassThrough } from 'node:stream';
import type ExcelJS from 'exceljs';
import type { ExportOf } from '#shared/cohort/export/exports.ts';
import type { Cell, CellType, SheetColumn } from '#shared/cohort/table/column.ts';
import {
  APPLICANT_SHEET,
  REASON_SHEET,
  ROTATION_SHEET,
  rowsOf,
} from '#shared/cohort/table/sheets.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { dateCell } from './clock.ts';

const FORMATS: Readonly<Partial<Record<CellType, string>>> = {
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm" UTC"',
};
const WIDTHS: Readonly<Record<CellType, number>> = {
  text: 24,
  sentence: 60,
  number: 12,
  day: 12,
  moment: 22,
  'yes-no': 10,
};

const SOLID = { type: 'pattern', pattern: 'solid' } as const;
/** A color behind the word, never instead of it; pale enough for black text. */
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
  const filters: object[] = [];
  // LibreOffice shows a filter only if a defined name covers its range, and the library writes none.
  Object.defineProperty(book.definedNames, 'model', { value: filters });
  const written = write();
  written.catch((error: Error) => out.destroy(error));
  for await (const piece of out) yield piece;
  await written;

  async function write(): Promise<void> {
    await sheet('Applicants', APPLICANT_SHEET, (one) => rowsOf(one, of).applicants);
    await sheet('Rotations', ROTATION_SHEET, (one) => rowsOf(one, of).rotations);
    await sheet('Reasons', REASON_SHEET, (one) => rowsOf(one, of).reasons);
    await book.commit();
  }

  async function sheet<Row>(
    name: string,
    columns: readonly SheetColumn<Row>[],
    rowsOfOne: (applicant: Applicant) => readonly Row[],
  ): Promise<void> {
    const page = book.addWorksheet(name, {
      // The first two columns stay in view, too: they say whose row it is.
      views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
      // One page wide, and as many pages long as it takes.
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    page.columns = columns.map(({ header, type }) => ({
      header,
      width: WIDTHS[type],
      style: {
        ...(FORMATS[type] && { numFmt: FORMATS[type] }),
        alignment: { vertical: 'top', wrapText: type === 'sentence' },
      },
    }));
    page.getRow(1).font = { bold: true };
    page.getRow(1).alignment = { vertical: 'top', wrapText: true };
    let lastRow = 1;
    for await (const applicant of of.people()) {
      for (const row of rowsOfOne(applicant)) {
        const line = page.addRow(columns.map((column) => cellOf(column.of(row), column.type)));
        const risk = columns.findIndex(({ header }) => header === 'Risk' || header === 'Level');
        const argb = FILLS[String(columns[risk]?.of(row))];
        if (argb) {
          const cell = line.getCell(risk + 1);
          // A column's cells share one style.
          cell.style = { ...cell.style, fill: { ...SOLID, fgColor: { argb } } };
        }
        line.commit();
        lastRow = line.number;
      }
      // The reader of the file may be slower than the writer.
      if (out.writableNeedDrain) await new Promise((drained) => out.once('drain', drained));
    }
    const to = { row: lastRow, column: columns.length };
    page.autoFilter = { from: { row: 1, column: 1 }, to };
    const range = `'${name}'!$A$1:$${page.getColumn(to.column).letter}$${to.row}`;
    filters.push({ name: '_xlnm._FilterDatabase', localSheetId: filters.length, ranges: [range] });
    page.commit();
  }
}

/** A text cell is text, whatever it starts with: nothing in a workbook is run because it looks like a formula. */
function cellOf(cell: Cell, type: CellType): ExcelJS.CellValue {
  if (cell === undefined) return null;
  if (type === 'day' || type === 'moment') return dateCell(String(cell));
  return type === 'yes-no' ? (cell ? 'yes' : 'no') : cell;
}
