/** CSV text into lines of cells, each with its place in the file. */
import { CsvError, parse } from 'csv-parse/sync';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Problem } from './problem.ts';

/** Ours are about forty; a school's own sheet may have some more. */
export const IMPORT_CELLS_MAX = 200;

const IMPORT_ROWS_MAX = 50_000;
/** A line of two hundred full cells; more is a quotation mark that is never closed. */
const IMPORT_RECORD_CHARACTERS_MAX = 50_000;

export interface CsvLine {
  /** Where the line begins in the file, counted from 1. */
  readonly line: number;
  /** As many as the header has, trimmed. */
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly header: readonly string[];
  readonly lines: readonly CsvLine[];
}

const DELIMITERS = [',', ';', '\t'] as const;

/** @returns the table, or why the text is none; lines that are too long or too short are all named */
export function readCsv(text: string): Result<CsvTable, Problem[]> {
  const parsed = parsedLines(text);
  if (!parsed.ok) return parsed;
  const [first, ...lines] = parsed.value;
  if (!first) return failure([{ line: 1, message: 'The file has no line with text.' }]);
  const header = first.cells.map((cell, index) => cell || `column ${index + 1}`);
  const problems = [...problemsOfHeader(header), ...problemsOfShape(header, lines)];
  if (lines.length === 0)
    problems.push({ line: 1, message: 'There is a header and no line below it.' });
  if (lines.length > IMPORT_ROWS_MAX) {
    problems.push({
      line: 1,
      message: `The file has ${lines.length} lines; at most ${IMPORT_ROWS_MAX} are taken at once. Split it.`,
    });
  }
  return problems.length > 0 ? failure(problems) : success({ header, lines });
}

function parsedLines(text: string): Result<CsvLine[], Problem[]> {
  try {
    // The library's types do not know that `info` wraps each record.
    const records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: IMPORT_RECORD_CHARACTERS_MAX,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return success(
      records
        .map(({ record, info }) => ({
          // The parser tells the record's last line; quoted cells may hold breaks.
          line: info.lines - record.reduce((breaks, cell) => breaks + breaksIn(cell), 0),
          cells: record.map((cell) => cell.trim()),
        }))
        .filter(({ cells }) => cells.some((cell) => cell !== '')),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return failure([{ line: Number(error.lines) || 1, message: whyNot(error) }]);
  }
}

/** The one that most often parts the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const [firstLine = ''] = text.replaceAll(/"(?:[^"]|"")*"/g, '').split(/\r\n|\n|\r/, 1);
  const countOf = (delimiter: string) => firstLine.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (countOf(each) > countOf(best) ? each : best));
}

function breaksIn(cell: string): number {
  return cell.split(/\r\n|\n|\r/).length - 1;
}

function whyNot({ code }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'A quotation mark is opened here and never closed.';
    case 'CSV_MAX_RECORD_SIZE':
      return 'This line is longer than any of ours. Perhaps a quotation mark is not closed.';
    default:
      return 'A quotation mark stands in the middle of a cell. Double it, or put the whole cell in quotation marks.';
  }
}

function problemsOfHeader(header: readonly string[]): Problem[] {
  if (header.length > IMPORT_CELLS_MAX) {
    return [{ line: 1, message: `The header has more than ${IMPORT_CELLS_MAX} columns.` }];
  }
  return header.flatMap((column, index) =>
    header.findIndex((other) => other.toLowerCase() === column.toLowerCase()) === index
      ? []
      : [{ line: 1, column, message: 'Another column has the same header. Rename one of them.' }],
  );
}

function problemsOfShape(header: readonly string[], lines: readonly CsvLine[]): Problem[] {
  return lines.flatMap(({ line, cells }) =>
    cells.length === header.length
      ? []
      : [
          {
            line,
            message: `This line has ${cells.length} cells where the header has ${header.length}. A comma inside a cell needs quotation marks around the cell.`,
          },
        ],
  );
}
