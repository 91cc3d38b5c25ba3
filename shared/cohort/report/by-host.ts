/** The report by host site, and what rotators said about a host: counted by year, and never with a name. */
import { counted } from '#shared/base/sentence.ts';
import type { Summary, SummaryRotation } from '#shared/people/outlook/summary.ts';
import { isInEras } from '#shared/plan/facts/letter.ts';
import { isClinical } from '#shared/plan/rotation/kind.ts';
import { isSameOffering } from '#shared/world/programs/directory.ts';
import type { ReportRow } from './row.ts';
import { reachedStep } from './things.ts';

export interface HostRow {
  readonly host: string;
  readonly applicants: number;
  readonly waiting: number;
  readonly offered: number;
  readonly refused: number;
  readonly done: number;
  readonly lettersReceived: number;
  /** Counts only answers whose application is still in the history. */
  readonly medianAnswerDays: number | undefined;
  readonly answers: number;
  /** What its rotators reported, by year. */
  readonly reported: readonly string[];
}

/** What a cohort has learned about each host; hosts with the most applicants first. */
export function byHost(rows: readonly ReportRow[]): HostRow[] {
  const all = rows.flatMap(({ of, clinical }) =>
    clinical.map((rotation) => ({ id: of.id, rotation })),
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

/** In one year: everyone would know whom a single answer is from. */
const ROTATORS_MIN = 2;

/** What an applicant of the same school reads of an offering. */
export function reportedTo(
  schoolmates: readonly Summary[],
  institutionId: string | undefined,
): string[] {
  const isThere = (rotation: SummaryRotation) =>
    isSameOffering(rotation.institutionId, institutionId);
  return rotatorWords(schoolmates, isThere, 'applicant');
}

/** `Reported by 2 rotators, 2027: …`, the newest year first. An applicant sees no year with a single rotator; an advisor reads the plans. */
export function rotatorWords(
  people: readonly Summary[],
  isAt: (rotation: SummaryRotation) => boolean,
  reader: 'applicant' | 'advisor',
): string[] {
  const there = people
    .filter(({ erased }) => !erased)
    .flatMap(({ rotations }) =>
      rotations.filter((each) => isClinical(each) && each.described && isAt(each)),
    );
  return [...Map.groupBy(there, ({ end }) => end?.slice(0, 4) ?? 'year not known')]
    .filter(([, of]) => reader === 'advisor' || of.length >= ROTATORS_MIN)
    .toSorted(([a], [b]) => (a > b ? -1 : 1))
    .map(([year, of]) => `Reported by ${counted(of.length, 'rotator')}, ${year}: ${said(of)}.`);
}

function said(rotations: readonly SummaryRotation[]): string {
  const answers = rotations.flatMap(({ described }) => described ?? []);
  const many = (is: (of: (typeof answers)[number]) => boolean) => answers.filter(is).length;
  return [
    `${many(({ did }) => did === 'hands-on')} hands-on, ${many(({ did }) => did === 'observer')} watching`,
    `letters given to ${many(({ gaveLetters }) => gaveLetters)}`,
    `${many(({ wouldReturn }) => wouldReturn)} would go again`,
  ].join('; ');
}
