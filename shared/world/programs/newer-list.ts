/** A newer list of programmes against the one that ships: what it adds, changes and no longer has. Facts that were found out stay. */
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import { problemsOf, repeats } from '#shared/base/rows.ts';
import type { Provenance } from '../provenance.ts';
import { checkProgrammes } from './check-programs.ts';
import { type Programme, programmeSchema } from './program.ts';

const LISTED = ['name', 'kind', 'city', 'state'] as const;

const listRowSchema = z.strictObject({
  code: programmeSchema.shape.code,
  name: programmeSchema.shape.name,
  kind: programmeSchema.shape.kind,
  city: programmeSchema.shape.city,
  state: programmeSchema.shape.state,
});
export type ListRow = z.infer<typeof listRowSchema>;

export interface Difference {
  readonly added: readonly ListRow[];
  /** No longer in the list, with what was known of them. */
  readonly gone: readonly Programme[];
  readonly changed: readonly { readonly code: string; readonly changes: readonly string[] }[];
  readonly unchanged: number;
  /** The whole file as it would be. */
  readonly next: readonly Programme[];
}

/** Every row, or every problem: `row 3: state is not a two-letter state code`. The first row is 1. */
export function readList(rows: unknown): Result<ListRow[], string[]> {
  if (!Array.isArray(rows)) return failure(['the list is not an array of rows']);
  const parsed = rows.map((row) => listRowSchema.safeParse(row, { reportInput: true }));
  const problems = parsed.flatMap((row, index) =>
    row.success ? [] : problemsOf(row.error.issues).map((says) => `row ${index + 1}: ${says}`),
  );
  const sound = parsed.flatMap((row) => (row.success ? [row.data] : []));
  const twice = repeats(sound, 'code', ({ code }) => code).map((says) =>
    // `repeats` counts lines of a data file, whose first row stands on line 2.
    says.replace(/line (\d+)/g, (_, line) => `row ${Number(line) - 1}`),
  );
  if (sound.length === 0 && problems.length === 0) return failure(['the list has no row']);
  return problems.length + twice.length > 0 ? failure([...problems, ...twice]) : success(sound);
}

/** @param list where the newer list comes from, and the Match season it is of */
export function compareLists(
  current: readonly Programme[],
  newer: readonly ListRow[],
  list: Provenance & { readonly season: number },
  institutionIds: ReadonlySet<string>,
): Result<Difference, string[]> {
  const before = new Map(current.map((programme) => [programme.code, programme]));
  const codes = new Set(newer.map(({ code }) => code));
  const { season, source, checkedOn, certainty } = list;
  const next = newer.map((row): Programme => {
    const known = before.get(row.code);
    const stays = known ? withoutLostPair(known, codes) : { confidence: 'as the list says' };
    return { ...stays, ...row, listSeason: season, source, checkedOn, certainty };
  });
  const problems = checkProgrammes(next, institutionIds);
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
    ...gone.map(
      (programme) => `- ${programme.code} ${programme.name}, ${programme.state}${lost(programme)}`,
    ),
    ...changed.map(({ code, changes }) => `~ ${code} ${changes.join('; ')}`),
    '',
  ].join('\n');
}

/** One row a line, as data files are kept. */
export function fileOf(rows: readonly Programme[]): string {
  // Spaced and ordered as the file always was, so that only what changed differs.
  const line = ({ confidence, ...row }: Programme) =>
    JSON.stringify({ ...row, confidence }, null, 1)
      .replace(/\n\s*/g, ' ')
      .replace(/([{[]) /g, '$1')
      .replace(/ ([}\]])/g, '$1');
  return `[\n${rows.map(line).join(',\n')}\n]\n`;
}

function lost({ esir, visa, imgResidents, institutionId }: Programme): string {
  const facts = [
    ...(esir ? ['ESIR'] : []),
    ...(visa ? ['visa'] : []),
    ...(imgResidents ? ['IMG residents'] : []),
    ...(institutionId ? [`host ${institutionId}`] : []),
  ];
  return facts.length > 0 ? ` (known of it: ${facts.join(', ')})` : '';
}

function withoutLostPair(programme: Programme, codes: ReadonlySet<string>): Programme {
  const { pairedCode, pairingBasis, ...rest } = programme;
  return pairedCode === undefined || codes.has(pairedCode) ? programme : rest;
}
