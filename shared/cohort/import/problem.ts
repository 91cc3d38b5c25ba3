/** A problem with a cell or a line, or a question that only the sender can answer. */
import type { Field } from '../table/columns.ts';

export interface Problem {
  /** Counted from 1; the header is line 1. */
  readonly line: number;
  /** The column's header, where one cell is wrong. */
  readonly column?: string;
  readonly message: string;
}

/** A question about one rotation of a line, or its person, until it is answered. */
export interface Question extends Problem {
  /** The rotation's place in the file: `7`, or `7.2` for the second one on line 7; `who.7` for the person. */
  readonly key: string;
  /** Open rotations at the same host that this could be. */
  readonly candidates: readonly { readonly id: string; readonly text: string }[];
}

/** Begins the key of a question about a person. */
export const PERSON_KEY = 'who.';

/** By key: `second`; `moved` where there is only one candidate; or a candidate's id. `all` covers the others. */
export type Answers = Readonly<Record<string, string>>;

/** A problem whose column is not yet known. */
export interface FieldProblem {
  readonly line: number;
  /** Which rotation of the line, counted from 1. */
  readonly nth?: number;
  readonly field?: Field;
  readonly message: string;
  readonly asks?: Pick<Question, 'key' | 'candidates'>;
}

/** `Line 7, column "Email": is missing.` */
export function problemWords({ line, column, message }: Problem): string {
  return `Line ${line}${column === undefined ? '' : `, column "${column}"`}: ${message}`;
}
