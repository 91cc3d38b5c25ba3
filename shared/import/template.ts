/** The file to begin with: every column an import reads, and one example to overwrite. */
import { COLUMNS, FIELDS } from '../cohort-table/columns.ts';
import { csvLine } from '../csv.ts';

export function importTemplate(): string {
  return [
    csvLine(FIELDS.map((field) => COLUMNS[field].header)),
    csvLine(FIELDS.map((field) => COLUMNS[field].example)),
  ].join('');
}
