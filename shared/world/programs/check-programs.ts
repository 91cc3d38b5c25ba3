/** What must hold between programs. */
import { lineOf, repeats } from '#shared/base/rows.ts';
import type { Program } from './program.ts';

/** One sentence a problem, each beginning with its line; none when the table is sound. */
export function checkPrograms(rows: readonly Program[]): string[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return [
    ...repeats(rows, 'code', ({ code }) => code),
    ...rows.flatMap((row, index) =>
      pairProblems(row, byCode).map((problem) => `${lineOf(index)}: ${problem}`),
    ),
  ];
}

function pairProblems(row: Program, byCode: ReadonlyMap<string, Program>): string[] {
  if (row.pairedCode === undefined) return [];
  const partner = byCode.get(row.pairedCode);
  if (!partner) return [`pairedCode ${row.pairedCode} is no program of this file`];
  if (partner.kind === row.kind) return [`pairedCode ${row.pairedCode} is of the same kind`];
  return partner.pairedCode === row.code ? [] : [`pairedCode ${row.pairedCode} is not paired back`];
}
