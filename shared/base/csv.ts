/** Tables as CSV (RFC 4180) that a spreadsheet opens as text and never runs as formulas. */
import { stringify } from 'csv-stringify/sync';

type Cell = string | number | undefined;

/** First characters, possibly after blanks, that make a spreadsheet read a cell as a formula (OWASP, CSV injection). */
const RUNS = /^[\s\u00a0\ufeff]*[=+\-@|%\t\r＝＋－＠｜％]/;

export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [csvHeader(header), ...rows.map(csvLine)].join('');
}

/** Without the apostrophe that `csvLine` puts in front. */
export function unguarded(text: string): string {
  return text.startsWith("'") && RUNS.test(text.slice(1)) ? text.slice(1) : text;
}

/** Begins with a byte order mark: without one, spreadsheets do not recognize UTF-8. */
export function csvHeader(header: readonly string[]): string {
  return `\ufeff${csvLine(header)}`;
}

/** A cell that a spreadsheet would run gets an apostrophe in front; imports remove it. */
export function csvLine(cells: readonly Cell[]): string {
  // Numbers are ours, and a spreadsheet that reads -3 as a formula still shows -3.
  const guarded = cells.map((cell) =>
    typeof cell === 'string' && RUNS.test(cell) ? `'${cell}` : cell,
  );
  // Quoted, each: where a semicolon separates cells, one inside a name must begin no cell of its own.
  return stringify([guarded], { record_delimiter: 'windows', quoted: true, quoted_empty: true });
}
