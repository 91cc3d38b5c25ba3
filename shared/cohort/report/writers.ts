/** Who wrote which letters of a list. The index holds no address, only a mark that is the same for the same one. */

import type { Day } from '#shared/base/time/day.ts';
import type { SummaryLetter } from '#shared/people/outlook/summary.ts';
import type { ReportRow } from './row.ts';

export interface SentLetter {
  /** The letter's name in an address of the report: `<applicant>.<letter>`. */
  readonly key: string;
  /** The applicant's. */
  readonly id: string;
  readonly letter: SummaryLetter;
  /** Absent for a letter that no rotation gave. */
  readonly host?: string;
  readonly dueOn?: Day;
}

export function sentLetters(rows: readonly Pick<ReportRow, 'of'>[]): SentLetter[] {
  return rows.flatMap(({ of }) => [
    ...of.rotations.flatMap(({ host, letters, outlook }) =>
      letters.map((letter) => ({
        key: `${of.id}.${letter.id}`,
        id: of.id,
        letter,
        host,
        ...(outlook?.letterDueOn && { dueOn: outlook.letterDueOn }),
      })),
    ),
    ...(of.ownLetters ?? []).map((letter) => ({ key: `${of.id}.${letter.id}`, id: of.id, letter })),
  ]);
}

/**
 * What is the same for letters of one writer: their address; where none is known, the name at that host, which is
 * somebody's with an address there if there is just one such.
 */
export function writerOf(all: readonly SentLetter[]): (letter: SentLetter) => string {
  const marks = new Map<string, Set<string>>();
  for (const each of all) {
    const { by } = each.letter;
    if (by) marks.set(nameAt(each), (marks.get(nameAt(each)) ?? new Set()).add(by));
  }
  return (each) => {
    if (each.letter.by) return each.letter.by;
    const [only, ...others] = marks.get(nameAt(each)) ?? [];
    return only && others.length === 0 ? only : nameAt(each);
  };
}

function nameAt({ letter, host = '' }: SentLetter): string {
  return `${letter.writer.trim().toLowerCase().replaceAll(/\s+/g, ' ')} at ${host}`;
}

/** Every letter by whoever writes the one of that key; none where there is no such letter. */
export function lettersBySameWriter(
  rows: readonly Pick<ReportRow, 'of'>[],
  key: string | undefined,
): SentLetter[] {
  const all = sentLetters(rows);
  const named = all.find((each) => each.key === key);
  if (!named) return [];
  const writer = writerOf(all);
  return all.filter((each) => writer(each) === writer(named));
}
