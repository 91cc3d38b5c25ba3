/** The mapping that a sheet's headers suggest, where its cells do not show otherwise. */
import { choicesFor } from '../table/choices.ts';
import { COLUMNS, FIELDS, type Field } from '../table/columns.ts';
import { columnOf, type Mapping, suggestMapping } from './mapping.ts';
import { readCell } from './read-cell.ts';
import type { CsvTable } from './sheet.ts';

const LINES_TRIED = 50;
/** A yes or a no shows nothing. */
export const HAS_WORDS = FIELDS.filter(
  (field) => COLUMNS[field].type === 'text' && choicesFor(field).length > 0,
);

/** `Type` of “Observership” is the mode, and `Status` of “Enrolled” the enrollment: every cell is one, and none what the header says. */
export function mappingFor({ header, lines }: CsvTable): Mapping {
  const suggested = suggestMapping(header);
  const kept = { ...suggested };
  const moved: Partial<Record<Field, { readonly column: string }>> = {};
  for (const field of HAS_WORDS) {
    const { column } = columnOf(suggested, field);
    if (column === undefined) continue;
    const at = header.indexOf(column);
    const cells = lines.slice(0, LINES_TRIED).flatMap(({ cells: all }) => all[at] || []);
    const takes = (each: Field) => (cell: string) => readCell(each, cell).ok;
    if (cells.length === 0 || cells.some(takes(field))) continue;
    const [other, another] = HAS_WORDS.filter((each) => cells.every(takes(each)));
    if (!other) continue;
    delete kept[field];
    // What can be two of them is asked about, as a column that nothing reads.
    if (!another) moved[other] = { column };
  }
  // A column whose header and cells agree comes before one that was moved.
  return { ...moved, ...kept };
}
