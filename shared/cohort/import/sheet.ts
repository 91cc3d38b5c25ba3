/** A sheet as lines of cells, and how large it may be. */
import type { Problem } from './problem.ts';

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

/** We have about forty columns; a school's own sheet may have more. */
export const IMPORT_CELLS_MAX = 200;

export const IMPORT_ROWS_MAX = 50_000;
/** On a server that has pages to show meanwhile: a check takes about half a second of its processor. */
export const UPLOAD_ROWS_MAX = 10_000;

const [QUOTE, LINE_FEED, RETURN, SPACE] = [0x22, 0x0a, 0x0d, 0x20];

/** Looks at each character once, and at none beyond a limit. Empty lines after the last one with text do not count: spreadsheets write thousands of them. */
export function tooLarge(text: string, delimiter: string, rowsMax: number): Problem | undefined {
  const separator = delimiter.charCodeAt(0);
  let isQuoted = false;
  let line = 1;
  let rows = 0;
  let cells = 1;
  let isBegun = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isQuoted = !isQuoted;
    const endsLine =
      code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED);
    if (endsLine) line += 1;
    if (isQuoted) continue;
    if (endsLine) {
      if (isBegun) rows += 1;
      isBegun = false;
      cells = 1;
      continue;
    }
    if (code === RETURN) continue;
    isBegun = true;
    if (code === separator) {
      cells += 1;
      if (cells > IMPORT_CELLS_MAX) {
        return { line, message: `This line has more than ${IMPORT_CELLS_MAX} cells.` };
      }
    } else if (rows > rowsMax && code !== SPACE && code !== QUOTE) {
      return {
        line: 1,
        message: `The file has more than ${rowsMax.toLocaleString('en-US')} lines. ${rowsMax < IMPORT_ROWS_MAX ? 'Split it, or ask the operator of this service to import it.' : 'Split it.'}`,
      };
    }
  }
  return undefined;
}
