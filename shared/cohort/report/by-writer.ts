/** The report by letter writer, distinguished by address, not by how applicants spell the name. */
import type { Day } from '#shared/base/time/day.ts';
import type { SummaryLetter } from '#shared/people/outlook/summary.ts';
import { isAgreed, isInEras, isLost, isOpen } from '#shared/plan/facts/letter.ts';
import { placedLetters } from '#shared/plan/letters/placed.ts';
import type { ReportRow } from './row.ts';

export interface WriterRow {
  /** One of their letters, by which the filter `letter` finds the others. */
  readonly letter: string;
  /** As most applicants spell it. */
  readonly writer: string;
  readonly otherSpellings: readonly string[];
  /** To tell two writers of one name apart. */
  readonly hosts: readonly string[];
  readonly applicants: number;
  readonly outstanding: number;
  readonly accepted: number;
  readonly declined: number;
  readonly received: number;
  /** When the next of their open letters is due; undefined where unknown. */
  readonly nextDue: Day | undefined;
  /** Emails about their open letters still to come; undefined where we email them about none. */
  readonly remindersLeft: number | undefined;
}

/** Writers with open letters first, by due date. */
export function byWriter(rows: readonly ReportRow[], today: Day): WriterRow[] {
  const all = sentLetters(rows);
  return [...Map.groupBy(all, writerOf(all)).values()]
    .flatMap((theirs) => rowOf(theirs, today))
    .toSorted(
      (a, b) =>
        Number(b.outstanding > 0) - Number(a.outstanding > 0) ||
        (a.nextDue ?? '9').localeCompare(b.nextDue ?? '9') ||
        a.writer.localeCompare(b.writer),
    );
}

function rowOf(theirs: readonly SentLetter[], today: Day): WriterRow[] {
  const [first] = theirs.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  if (!first) return [];
  const count = (is: (letter: SentLetter['letter']) => boolean) =>
    theirs.filter(({ letter }) => is(letter)).length;
  const [writer = first.letter.writer, ...otherSpellings] = mostFirst(
    theirs.map(({ letter }) => letter.writer),
  );
  const open = theirs.filter(({ letter }) => isOpen(letter));
  const emailed = open.flatMap(({ letter }) => (letter.awaited ? [letter.awaited] : []));
  return [
    {
      letter: first.key,
      writer,
      otherSpellings,
      hosts: mostFirst(theirs.flatMap(({ host }) => host ?? [])),
      applicants: new Set(theirs.map(({ id }) => id)).size,
      outstanding: open.length,
      accepted: count(isAgreed),
      declined: count(isLost),
      received: count(isInEras),
      nextDue: open.flatMap(({ letter, dueOn }) => letter.awaited?.on ?? dueOn ?? []).toSorted()[0],
      remindersLeft:
        emailed.length === 0
          ? undefined
          : emailed.flatMap(({ remindOn }) => remindOn).filter((day) => day > today).length,
    },
  ];
}

function mostFirst(words: readonly string[]): string[] {
  return [...Map.groupBy(words, (word) => word)]
    .toSorted(([a, as], [b, bs]) => bs.length - as.length || a.localeCompare(b))
    .map(([word]) => word);
}

/** Groups a list's letters by writer. The index has no addresses, only a hash of each. */
interface SentLetter {
  /** The letter's name in the report's address: `<applicant>.<letter>`. */
  readonly key: string;
  /** The applicant's. */
  readonly id: string;
  readonly letter: SummaryLetter;
  /** Absent for a letter from outside the rotations. */
  readonly host?: string;
  readonly dueOn?: Day;
}

function sentLetters(rows: readonly Pick<ReportRow, 'of'>[]): SentLetter[] {
  return rows.flatMap(({ of }) =>
    placedLetters(of.rotations, of.ownLetters).map(({ letter, rotation }) => {
      const dueOn = rotation?.outlook?.letterDueOn;
      return {
        key: `${of.id}.${letter.id}`,
        id: of.id,
        letter,
        ...(rotation && { host: rotation.host }),
        ...(dueOn && { dueOn }),
      };
    }),
  );
}

/** Identifies a letter's writer by address, else by name and host; one address at that host with the same name is that person. */
function writerOf(all: readonly SentLetter[]): (letter: SentLetter) => string {
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
