/** The report by host site. */
import { isInEras } from '#shared/plan/facts/letter.ts';
import { reachedStep } from './funnel.ts';
import { rotatorWords } from './rotators.ts';
import { type ReportRow, rotationsOf } from './row.ts';

export interface HostRow {
  readonly host: string;
  readonly applicants: number;
  readonly waiting: number;
  readonly offered: number;
  readonly refused: number;
  readonly done: number;
  readonly lettersReceived: number;
  /** Of the answers whose application is still in the history. */
  readonly medianAnswerDays: number | undefined;
  readonly answers: number;
  /** What its rotators reported, by year. */
  readonly reported: readonly string[];
}

/** What a cohort has learned about each host; hosts with the most applicants first. */
export function byHost(rows: readonly ReportRow[]): HostRow[] {
  const all = rows.flatMap((row) =>
    rotationsOf(row).map((rotation) => ({ id: row.of.id, rotation })),
  );
  return [...Map.groupBy(all, ({ rotation }) => rotation.host)]
    .map(([host, there]): HostRow => {
      const rotations = there.map(({ rotation }) => rotation);
      const days = rotations
        .flatMap(({ outlook }) => outlook?.answerDays ?? [])
        .toSorted((a, b) => a - b);
      return {
        host,
        applicants: new Set(there.map(({ id }) => id)).size,
        waiting: rotations.filter(({ status }) => status === 'submitted' || status === 'waitlisted')
          .length,
        offered: rotations.filter((rotation) => reachedStep(rotation, 'offered')).length,
        refused: rotations.filter(({ closed }) => closed === 'rejected').length,
        done: rotations.filter((rotation) => reachedStep(rotation, 'done')).length,
        lettersReceived: rotations.flatMap(({ letters }) => letters).filter(isInEras).length,
        medianAnswerDays: days[Math.max(0, Math.ceil(days.length / 2) - 1)],
        answers: days.length,
        reported: rotatorWords(
          rows.map(({ of }) => of),
          (rotation) => rotation.host === host,
          'advisor',
        ),
      };
    })
    .toSorted((a, b) => b.applicants - a.applicants || a.host.localeCompare(b.host));
}
