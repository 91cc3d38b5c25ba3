/** The report by letter writer, told apart by address and not by how applicants spell the name. */
import type { Day } from '#shared/base/time/day.ts';
import { isAgreed, isInEras, isLost, isOpen } from '#shared/plan/facts/letter.ts';
import type { ReportRow } from './row.ts';
import { type SentLetter, sentLetters, writerOf } from './writers.ts';

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
  const mailed = open.flatMap(({ letter }) => (letter.awaited ? [letter.awaited] : []));
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
        mailed.length === 0
          ? undefined
          : mailed.flatMap(({ remindOn }) => remindOn).filter((day) => day > today).length,
    },
  ];
}

function mostFirst(words: readonly string[]): string[] {
  return [...Map.groupBy(words, (word) => word)]
    .toSorted(([a, as], [b, bs]) => bs.length - as.length || a.localeCompare(b))
    .map(([word]) => word);
}
