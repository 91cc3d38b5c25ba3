/** One line of CSV that a spreadsheet opens as text and never runs. */
import { stringify } from 'csv-stringify/sync';

/** What makes a spreadsheet read a cell as a formula, by its first character (OWASP, CSV injection). */
const RUNS = /^[\s\u00a0\ufeff]*[=+\-@|%\t\r]/;

/** Quoted where needed, `\r\n` at its end. A cell that would run gets an apostrophe before it; imports take it off again. */
export function csvLine(cells: readonly (string | number)[]): string {
  // A number is written by us, and a spreadsheet that takes -3 for a formula still shows -3.
  const guarded = cells.map((cell) =>
    typeof cell === 'string' && RUNS.test(cell) ? `'${cell}` : cell,
  );
  return stringify([guarded], { record_delimiter: 'windows' });
}
