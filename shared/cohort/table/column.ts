/** A column of an exported table: its header, what its cells are, and where they come from. */
/** Undefined is an empty cell: unknown. Days are `2027-09-03`, moments ISO 8601 in UTC. */
export type Cell = string | number | boolean | undefined;
/** A `sentence` is a text for which a sheet needs room. */
export type CellType = 'text' | 'sentence' | 'number' | 'day' | 'moment' | 'yes-no';

export interface SheetColumn<Row> {
  readonly header: string;
  readonly type: CellType;
  /** The only values of a text, where they are few. */
  readonly choices?: readonly string[];
  of(row: Row): Cell;
}

/** @param choices the only values there are, where they are few */
export function text<Row>(
  header: string,
  of: (row: Row) => string | undefined,
  choices?: readonly string[],
): SheetColumn<Row> {
  return { header, type: 'text', of, ...(choices && { choices }) };
}

export function count<Row>(header: string, of: (row: Row) => number | undefined): SheetColumn<Row> {
  return { header, type: 'number', of };
}

export function day<Row>(header: string, of: (row: Row) => string | undefined): SheetColumn<Row> {
  return { header, type: 'day', of };
}

export function sentence<Row>(
  header: string,
  of: (row: Row) => string | undefined,
): SheetColumn<Row> {
  return { header, type: 'sentence', of };
}
