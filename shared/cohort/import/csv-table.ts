/** A sheet as lines of cells, each with its place in the file. */

export interface CsvLine {
  /** Where it starts in the file, counted from 1. */
  readonly line: number;
  /** As many as the header has, trimmed. */
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly header: readonly string[];
  readonly lines: readonly CsvLine[];
}
