/** What is wrong with one cell, or with one line, as a sentence; or what only its sender knows, as a question. */
import type { Field } from '../table/columns.ts';

export interface Problem {
  /** Of the file, counted from 1; its header is line 1. */
  readonly line: number;
  /** The column's own header, where one cell is to blame. */
  readonly column?: string;
  readonly message: string;
}

/** A question about one rotation of a line, until it is answered. */
export interface Question extends Problem {
  /** Names the rotation in the file: `7`, or `7.2` for the second one of line 7. */
  readonly key: string;
  /** Open rotations at the same host, any of which this may be. */
  readonly candidates: readonly { readonly id: string; readonly text: string }[];
}

/** By key: `second`, `moved` where only one rotation can be meant, or the id of the one that is. `all` is for the others. */
export type Answers = Readonly<Record<string, string>>;

/** A problem before it is known which column holds the field. */
export interface FieldProblem {
  readonly line: number;
  /** The line's rotation that it is about, counted from 1. */
  readonly nth?: number;
  readonly field?: Field;
  readonly message: string;
  /** Where it is a question. */
  readonly asks?: Pick<Question, 'key' | 'candidates'>;
}

/** `Line 7, column "Email": is missing.` */
export function problemWords({ line, column, message }: Problem): string {
  return `Line ${line}${column === undefined ? '' : `, column "${column}"`}: ${message}`;
}
