/** One line of CSV that a spreadsheet opens as text and never runs. */
import { stringify } from 'csv-stringify/sync';

/** What makes a spreadsheet read a cell as a formula, by its first character (OWASP, CSV injection). */
const RUNS = /^[=+\-@\t\r]/;

/** Quoted where needed, `\r\n` at its end. A cell that would run gets an apostrophe before it; imports take it off again. */
export function csvLine(cells: readonly string[]): string {
  const guarded = cells.map((cell) => (RUNS.test(cell) ? `'${cell}` : cell));
  return stringify([guarded], { record_delimiter: 'windows' });
}
