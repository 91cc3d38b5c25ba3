/** Groups a list's letters by writer. The index has no addresses, only a hash of each. */

import type { Day } from '#shared/base/time/day.ts';
import type { SummaryLetter } from '#shared/people/outlook/summary.ts';
import type { ReportRow } from './row.ts';

export interface SentLetter {
  /** The letter's name in the report's address: `<applicant>.<letter>`. */
  readonly key: string;
  /** The applicant's. */
  readonly id: string;
  readonly letter: SummaryLetter;
  /** Absent for a letter from outside the rotations. */
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
 * Identifies a letter's writer: by address or, where none is known, by name and host. If one address at that host has the
 * same name, it is that person.
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

/** All letters by the writer of the letter with this key. */
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
