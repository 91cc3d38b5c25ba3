/** Texts that a column does not accept: the sender says once what each means, for every cell of that column. */
import * as z from 'zod';
import { LINE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { counted } from '#shared/base/sentence.ts';
import type { Field } from '../table/columns.ts';
import { type Problem, problemWords } from './problem.ts';
import type { CsvTable } from './sheet.ts';

/** As many as a school has words of its own. */
export const IMPORT_MEANINGS_MAX = 200;
export const MEANINGS_FULL = `At most ${IMPORT_MEANINGS_MAX} texts of a sheet can be explained here. Correct the rest in the sheet.`;

export interface Unclear extends Problem {
  readonly column: string;
  readonly field: Field;
  /** As the first of its cells has it. */
  readonly text: string;
  readonly cells: number;
}

export const meaningSchema = z.strictObject({
  column: z.string().max(1000),
  text: z.string().min(1).max(LINE_CHARACTERS_MAX),
  /** What the cells hold instead; `-` for nothing. */
  as: z.string().min(1).max(LINE_CHARACTERS_MAX),
});
export type Meaning = z.infer<typeof meaningSchema>;

/** The table as its sender explains it: a later meaning may explain an earlier one. */
export function withMeanings(table: CsvTable, meanings: readonly Meaning[]): CsvTable {
  if (meanings.length === 0) return table;
  const explained = meanings.map(({ column, text, as }) => ({
    at: table.header.indexOf(column),
    text: text.toLowerCase(),
    as,
  }));
  const lines = table.lines.map((line) => {
    const cells = [...line.cells];
    for (const { at, text, as } of explained) {
      if (cells[at]?.toLowerCase() === text) cells[at] = as;
    }
    return { ...line, cells };
  });
  return { ...table, lines };
}

/** What is wrong with a line, and each unclear text of a column once, in the order of the file. */
export function askedOnce(all: readonly (Problem | Unclear)[]): {
  problems: Problem[];
  unclear: Unclear[];
} {
  const problems: Problem[] = [];
  const byText = new Map<string, Unclear>();
  for (const each of all) {
    if (!('text' in each)) {
      problems.push(each);
      continue;
    }
    const key = `${each.column}\n${each.text.toLowerCase()}`;
    const first = byText.get(key);
    byText.set(key, first ? { ...first, cells: first.cells + 1 } : each);
  }
  return { problems, unclear: [...byText.values()] };
}

export function unclearWords(each: Unclear): string {
  const others = each.cells > 1 ? ` It is in ${counted(each.cells, 'cell')} of the column.` : '';
  return `${problemWords(each)}${others}`;
}
