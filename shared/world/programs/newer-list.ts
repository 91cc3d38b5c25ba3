/** A newer list of programs against the one that ships: what it adds, changes, and no longer has. Facts that were found out stay. */
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import { repeats, soundRows } from '#shared/base/rows.ts';
import type { Provenance } from '../provenance.ts';
import { checkPrograms } from './directory.ts';
import { type Program, programSchema } from './program.ts';

const LISTED = ['name', 'kind', 'city', 'state'] as const;

const { code, name, kind, city, state } = programSchema.shape;
const listRowSchema = z.strictObject({ code, name, kind, city, state });
export type ListRow = z.infer<typeof listRowSchema>;

interface Difference {
  readonly added: readonly ListRow[];
  /** No longer in the list, with what was known about them. */
  readonly gone: readonly Program[];
  readonly changed: readonly { readonly code: string; readonly changes: readonly string[] }[];
  readonly unchanged: number;
  /** The whole file as it would be. */
  readonly next: readonly Program[];
}

/** Every row, or every problem: `row 3: state is not a two-letter state code`. The first row is 1. */
export function readList(rows: unknown): Result<ListRow[], string[]> {
  if (!Array.isArray(rows)) return failure(['the list is not an array of rows']);
  const placeOf = (index: number) => `row ${index + 1}`;
  const { sound, malformed } = soundRows(rows, listRowSchema, placeOf);
  const problems = [...malformed, ...repeats(sound, 'code', ({ code }) => code, placeOf)];
  if (problems.length > 0) return failure(problems);
  return sound.length > 0 ? success(sound) : failure(['the list has no row']);
}

/** @param list where the newer list comes from, and the Match season it is of */
export function compareLists(
  current: readonly Program[],
  newer: readonly ListRow[],
  list: Required<Provenance> & { readonly season: number },
): Result<Difference, string[]> {
  const before = new Map(current.map((program) => [program.code, program]));
  const codes = new Set(newer.map(({ code }) => code));
  const { season, source, checkedOn, certainty } = list;
  const next = newer.map((row): Program => {
    const known = before.get(row.code);
    const stays = known ? withoutLostPair(known, codes) : { confidence: 'as the list says' };
    return { ...stays, ...row, listSeason: season, source, checkedOn, certainty };
  });
  const problems = checkPrograms(next);
  if (problems.length > 0) return failure(problems);
  const changed = newer.flatMap((row) => {
    const known = before.get(row.code);
    const changes = known
      ? LISTED.filter((field) => known[field] !== row[field]).map(
          (field) => `${field} “${known[field]}” → “${row[field]}”`,
        )
      : [];
    return changes.length > 0 ? [{ code: row.code, changes }] : [];
  });
  const added = newer.filter(({ code }) => !before.has(code));
  return success({
    added,
    gone: current.filter(({ code }) => !codes.has(code)),
    changed,
    unchanged: newer.length - added.length - changed.length,
    next,
  });
}

/** What a newer list changes, for a terminal: counts, then a line each. */
export function differenceText({ added, gone, changed, unchanged }: Difference): string {
  return [
    `${added.length} added, ${gone.length} gone, ${changed.length} changed, ${unchanged} as before`,
    ...added.map(({ code, name, state }) => `+ ${code} ${name}, ${state}`),
    ...gone.map((program) => `- ${program.code} ${program.name}, ${program.state}${lost(program)}`),
    ...changed.map(({ code, changes }) => `~ ${code} ${changes.join('; ')}`),
    '',
  ].join('\n');
}

/** One row a line, as data files are kept. */
export function fileOf(rows: readonly Program[]): string {
  // Spaced and ordered as the file always was, so that only what changed differs.
  const line = ({ confidence, institutionId: _, facts: __, ...row }: Program) =>
    JSON.stringify({ ...row, confidence }, null, 1)
      .replace(/\n\s*/g, ' ')
      .replace(/([{[]) /g, '$1')
      .replace(/ ([}\]])/g, '$1');
  return `[\n${rows.map(line).join(',\n')}\n]\n`;
}

function lost({ facts: stated = [], imgResidents, institutionId }: Program): string {
  const facts = [
    ...new Set(stated.map(({ topic }) => topic)),
    ...(imgResidents ? ['IMG residents'] : []),
    ...(institutionId ? [`host ${institutionId}`] : []),
  ];
  return facts.length > 0 ? ` (known about it: ${facts.join(', ')})` : '';
}

function withoutLostPair(program: Program, codes: ReadonlySet<string>): Program {
  const { pairedCode, pairingBasis, ...rest } = program;
  return pairedCode === undefined || codes.has(pairedCode) ? program : rest;
}
