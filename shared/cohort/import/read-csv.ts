/** Reads CSV as lines of cells, each with its place in the file. */
import { CsvError, parse } from 'csv-parse/sync';
import { failure, type Result, success } from '#shared/base/result.ts';
import { suggestMapping } from './mapping.ts';
import { withOneName } from './names.ts';
import type { Problem } from './problem.ts';
import { type CsvLine, type CsvTable, IMPORT_ROWS_MAX, tooLarge } from './sheet.ts';

/** Two hundred full cells; a longer record has an unclosed quotation mark. */
const IMPORT_RECORD_CHARACTERS_MAX = 50_000;

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How Excel names the separator, on a line before the header. */
const SEPARATOR_LINE = /^\ufeff?sep=([,;\t|])(?=\r\n|\n|\r)/i;
/** Ctrl+Z, which old programs put at the end of a file. */
const END_OF_FILE = '\u001a';

/** @returns the table, or its problems, with every line that is too long */
export function readCsv(file: string, rowsMax = IMPORT_ROWS_MAX): Result<CsvTable, Problem[]> {
  const [hint = '', separator] = SEPARATOR_LINE.exec(file) ?? [];
  // The line stays, empty, so that lines keep their numbers.
  const text = file.slice(hint.length).replaceAll(END_OF_FILE, ' ');
  const parsed = parsedLines(text, separator ?? delimiterOf(text), rowsMax);
  if (!parsed.ok) return parsed;
  const named = findHeader(parsed.value);
  const [first, ...rest] = parsed.value.slice(named.at);
  if (!first) return failure([{ line: 1, message: 'The file has no text.' }]);
  if (named.cells.some((cell) => ADDRESS.test(cell))) {
    return failure([{ line: first.line, message: NO_HEADER }]);
  }
  // Behind a byte order mark that a program kept, the quotation marks are part of the first header.
  const header = named.cells.map(
    (cell, at) => cell.replace(/^"(.*)"$/, '$1') || `column ${at + 1}`,
  );
  const lines = rest.map((line) => ({ ...line, cells: cellsFor(header, line.cells) }));
  const problems = [...problemsOfHeader(header, first.line), ...problemsOfShape(header, lines)];
  if (lines.length === 0)
    problems.push({ line: 1, message: 'The file has a header but no lines below it.' });
  return problems.length > 0 ? failure(problems) : success(withOneName({ header, lines }));
}

const ADDRESS = /^[^\s@]+@[^\s@]+$/;
const NO_HEADER =
  'This line is about a person, and no line above it names the columns. Add one, such as Name, Email, and so on.';

/** Spreadsheets leave out empty cells at a line's end, or write more of them than the header has. */
function cellsFor(header: readonly string[], cells: readonly string[]): readonly string[] {
  const missing = Math.max(header.length - cells.length, 0);
  const isEmptyBeyond = cells.slice(header.length).every((cell) => cell === '');
  return isEmptyBeyond
    ? [...cells.slice(0, header.length), ...Array<string>(missing).fill('')]
    : cells;
}

function parsedLines(
  text: string,
  delimiter: string,
  rowsMax: number,
): Result<CsvLine[], Problem[]> {
  const large = tooLarge(text, delimiter, rowsMax);
  if (large) return failure([large]);
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      // All three in one file, too: programs that append to a sheet end lines in their own way.
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      max_record_size: IMPORT_RECORD_CHARACTERS_MAX,
      // Behind the header and as many lines there are only empty ones.
      to: rowsMax + 1,
      // The parser's types do not know that `info` wraps each record.
    }) as unknown as ReadLine[];
    return success(
      records
        .map(({ record, info }) => ({
          // The parser gives the record's last line, and quoted cells may contain line breaks.
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

/** What the library makes of a line; its types know nothing of `info`. */
interface ReadLine {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** The most frequent one in the first line that has any, outside quotation marks. */
function delimiterOf(text: string): string {
  const firstLines = text
    .slice(0, IMPORT_RECORD_CHARACTERS_MAX)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/, TITLE_LINES_MAX);
  const firstLine = firstLines.find((line) => DELIMITERS.some((each) => line.includes(each))) ?? '';
  const countOf = (delimiter: string) => firstLine.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (countOf(each) > countOf(best) ? each : best));
}

function breaksIn(cell: string): number {
  return cell.split(/\r\n|\n|\r/).length - 1;
}

function whyNot({ code }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'A quotation mark opens here and never closes.';
    case 'CSV_MAX_RECORD_SIZE':
      return 'This line is too long. A quotation mark may not be closed.';
    default:
      return 'There is a quotation mark in the middle of a cell. Double it, or put the whole cell in quotation marks.';
  }
}

function problemsOfHeader(header: readonly string[], line: number): Problem[] {
  return header.flatMap((column, index) =>
    header.findIndex((other) => other.toLowerCase() === column.toLowerCase()) === index
      ? []
      : [{ line, column, message: 'Another column has the same header. Rename one of them.' }],
  );
}

function problemsOfShape(header: readonly string[], lines: readonly CsvLine[]): Problem[] {
  return lines.flatMap(({ line, cells }) =>
    cells.length === header.length
      ? []
      : [
          {
            line,
            message: `This line has ${cells.length} cells, but the header has ${header.length}. A cell with a comma needs quotation marks around it.`,
          },
        ],
  );
}

/** A title and a date may stand above the header. */
const TITLE_LINES_MAX = 10;

/** The header's cells, and where its last line is among the others; without any sign of a header, the first line is it. */
function findHeader(lines: readonly CsvLine[]): { cells: readonly string[]; at: number } {
  const top = topOf(lines.slice(0, TITLE_LINES_MAX));
  const [above, header = [], below = []] = [top - 1, top, top + 1].map((at) => lines[at]?.cells);
  if (isSecondLine(header, below)) return { cells: together(header, below), at: top + 1 };
  const grouped = above && hasTwins(header) ? together(above, header) : header;
  // A title is no group.
  return { cells: hasTwins(grouped) ? header : grouped, at: top };
}

function topOf(lines: readonly CsvLine[]): number {
  const scores = lines.map(({ cells }) => {
    const { address, ...others } = suggestMapping(cells);
    return { named: Object.keys(others).length, hasAddress: address !== undefined };
  });
  const sure = scores.findIndex(({ named, hasAddress }) => hasAddress && named > 0);
  const most = Math.max(...scores.map(({ named }) => named));
  if (sure >= 0) return sure;
  return most >= LIKELY_NAMES_MIN ? scores.findIndex(({ named }) => named === most) : 0;
}

/** A line with this many of our column names is a header, even if its column of addresses has another name. */
const LIKELY_NAMES_MIN = 3;

/** `Rotation dates` above `Start` and `End`: each of its cells is a header below a group's. */
function isSecondLine(header: readonly string[], below: readonly string[]): boolean {
  const filled = below.flatMap((cell, at) => (cell === '' ? [] : [{ cell, at }]));
  const isInGroup = (at: number) => header[at] === '' || header[at + 1] === '';
  return (
    filled.length > 1 &&
    filled.every(({ cell, at }) => isInGroup(at) && Object.keys(suggestMapping([cell])).length > 0)
  );
}

/** A group's name comes before its headers where they are not one of a kind. */
function together(groups: readonly string[], header: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(groups.length, header.length) }, (_, at) => {
    group = groups[at] || group;
    const cell = header[at] ?? '';
    if (cell === '') return groups[at] ?? '';
    const isTwin = header.filter((other) => other.toLowerCase() === cell.toLowerCase()).length > 1;
    return isTwin && group !== '' ? `${group} ${cell}` : cell;
  });
}

function hasTwins(header: readonly string[]): boolean {
  const names = header.filter((cell) => cell !== '').map((cell) => cell.toLowerCase());
  return new Set(names).size < names.length;
}
