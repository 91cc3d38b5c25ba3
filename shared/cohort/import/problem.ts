/** What is wrong with one cell, or with one line, as a sentence. */
import type { Field } from '../table/columns.ts';

export interface Problem {
  /** Of the file, counted from 1; its header is line 1. */
  readonly line: number;
  /** The column's own header, where one cell is to blame. */
  readonly column?: string;
  readonly says: string;
}

/** A problem before it is known which column holds the field. */
export interface FieldProblem {
  readonly line: number;
  readonly field?: Field;
  readonly says: string;
}

/** `Line 7, column "Email": is missing.` */
export function problemWords({ line, column, says }: Problem): string {
  return `Line ${line}${column === undefined ? '' : `, column "${column}"`}: ${says}`;
}
