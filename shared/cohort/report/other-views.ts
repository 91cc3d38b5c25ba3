/** The report by writer and by host site. */
import type { SummaryLetter } from '../../store/summary.ts';
import type { Day } from '../../time/day.ts';
import { isInEras, isOpenLetter, wasDone } from '../risk/rows.ts';
import type { ReportRow } from './row.ts';

export interface WriterRow {
  readonly writer: string;
  readonly applicants: number;
  readonly outstanding: number;
  readonly accepted: number;
  readonly declined: number;
  readonly received: number;
  /** When the next of their open letters should be there; absent where it is not known. */
  readonly nextDue: Day | undefined;
}

/** Writers with something outstanding first, the nearest date first. One name is one writer: no address is in a list. */
export function byWriter(rows: readonly ReportRow[]): WriterRow[] {
  const all = rows.flatMap(({ of }) => [
    ...of.rotations.flatMap(({ letters, outlook }) =>
      letters.map((letter) => ({ id: of.id, letter, dueOn: outlook?.letterDueOn })),
    ),
    ...(of.ownLetters ?? []).map((letter) => ({ id: of.id, letter, dueOn: undefined })),
  ]);
  return [...Map.groupBy(all, ({ letter }) => letter.writer)]
    .map(([writer, theirs]): WriterRow => {
      const count = (is: (letter: SummaryLetter) => boolean) =>
        theirs.filter(({ letter }) => is(letter)).length;
      return {
        writer,
        applicants: new Set(theirs.map(({ id }) => id)).size,
        outstanding: count(isOpenLetter),
        accepted: count(({ status }) => status === 'agreed' || status === 'requested'),
        declined: count(({ status }) => status === 'declined' || status === 'not-progressing'),
        received: count(isInEras),
        nextDue: theirs
          .filter(({ letter }) => isOpenLetter(letter))
          .flatMap(({ dueOn }) => dueOn ?? [])
          .toSorted()[0],
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.outstanding > 0) - Number(a.outstanding > 0) ||
        ((a.nextDue ?? '9') < (b.nextDue ?? '9')
          ? -1
          : (a.nextDue ?? '9') > (b.nextDue ?? '9')
            ? 1
            : 0) ||
        a.writer.localeCompare(b.writer),
    );
}

export interface HostRow {
  readonly host: string;
  readonly applicants: number;
  readonly waiting: number;
  readonly offered: number;
  readonly refused: number;
  readonly done: number;
  readonly lettersReceived: number;
  /** Of the answers whose application the history still holds. */
  readonly medianAnswerDays: number | undefined;
  readonly answers: number;
}

/** What a cohort learned of each host: the one that most applicants went to first. */
export function byHost(rows: readonly ReportRow[]): HostRow[] {
  const all = rows.flatMap(({ of }) => of.rotations.map((rotation) => ({ id: of.id, rotation })));
  return [...Map.groupBy(all, ({ rotation }) => rotation.host)]
    .map(([host, there]): HostRow => {
      const rotations = there.map(({ rotation }) => rotation);
      const days = rotations
        .flatMap(({ outlook }) => outlook?.answerDays ?? [])
        .toSorted((a, b) => a - b);
      const saidYes = rotations.filter(
        (rotation) =>
          rotation.status === 'offered' ||
          ['documents', 'rotate'].includes(rotation.stage) ||
          wasDone(rotation) ||
          rotation.closed === 'offer-expired' ||
          rotation.closed === 'cancelled-by-host',
      );
      return {
        host,
        applicants: new Set(there.map(({ id }) => id)).size,
        waiting: rotations.filter(({ status }) => status === 'submitted' || status === 'waitlisted')
          .length,
        offered: saidYes.length,
        refused: rotations.filter(({ closed }) => closed === 'rejected').length,
        done: rotations.filter(wasDone).length,
        lettersReceived: rotations.flatMap(({ letters }) => letters).filter(isInEras).length,
        medianAnswerDays: days[Math.max(0, Math.ceil(days.length / 2) - 1)],
        answers: days.length,
      };
    })
    .toSorted((a, b) => b.applicants - a.applicants || a.host.localeCompare(b.host));
}
