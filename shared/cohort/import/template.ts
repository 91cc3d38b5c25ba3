/** A file to start from: every column that an import reads, and one example line to overwrite. */

import { csvLine } from '#shared/base/csv.ts';
import { COLUMNS, FIELDS } from '../table/columns.ts';

export function importTemplate(): string {
  return [
    csvLine(FIELDS.map((field) => COLUMNS[field].header)),
    csvLine(FIELDS.map((field) => COLUMNS[field].example)),
  ].join('');
}
