/** Which column of somebody's sheet holds which of our fields: suggested from the headers, changed by whoever sends it. */
import * as z from 'zod';
import { LINE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { COLUMNS, FIELDS, type Field } from '../table/columns.ts';

/** From a column of the file, or the same for every line. */
const sourceSchema = z.union([
  z.strictObject({ column: z.string().max(1000) }),
  z.strictObject({ always: z.string().min(1).max(LINE_CHARACTERS_MAX) }),
]);
type Source = z.infer<typeof sourceSchema>;

export const mappingSchema = z.partialRecord(z.enum(FIELDS), sourceSchema);
export type Mapping = Readonly<Partial<Record<Field, Source>>>;

/** The first column whose header means the field, each column once. */
export function suggestMapping(header: readonly string[]): Mapping {
  const taken = new Set<string>();
  const mapping: Partial<Record<Field, Source>> = {};
  for (const field of FIELDS) {
    const column = header.find((each) => !taken.has(each) && means(each, field));
    if (column === undefined) continue;
    taken.add(column);
    mapping[field] = { column };
  }
  return mapping;
}

function means(header: string, field: Field): boolean {
  const { header: ours, alsoCalled } = COLUMNS[field];
  const word = bare(header);
  return word === bare(ours) || word === bare(field) || alsoCalled.includes(word);
}

function bare(header: string): string {
  return header.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
