/** Tables as CSV (RFC 4180) that a spreadsheet opens as text and never runs. */
import { stringify } from 'csv-stringify/sync';

type Cell = string | number | undefined;

/** What makes a spreadsheet read a cell as a formula, by its first character, perhaps after blanks (OWASP, CSV injection). */
const RUNS = /^[\s\u00a0\ufeff]*[=+\-@|%\t\r]/;

/** The library quotes only a whole `\r\n`; readers break a line at either alone, and some trim blank edges. */
const NEEDS_QUOTES = /[\r\n]|^\s|\s$/;

/** A whole table: its header and its rows. */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [csvHeader(header), ...rows.map(csvLine)].join('');
}

/** The first line, after a byte order mark: without one, spreadsheets take UTF-8 for something else. */
export function csvHeader(header: readonly string[]): string {
  return `\ufeff${csvLine(header)}`;
}

/** Quoted where needed, `\r\n` at its end. A cell that would run gets an apostrophe before it; imports take it off again. */
export function csvLine(cells: readonly Cell[]): string {
  // A number is written by us, and a spreadsheet that takes -3 for a formula still shows -3.
  const guarded = cells.map((cell) =>
    typeof cell === 'string' && RUNS.test(cell) ? `'${cell}` : cell,
  );
  return stringify([guarded], { record_delimiter: 'windows', quoted_match: NEEDS_QUOTES });
}
