/** What rotators from one cohort said about a host: counted by year, and never with a name. */
import { counted } from '#shared/base/sentence.ts';
import type { Summary, SummaryRotation } from '#shared/people/outlook/summary.ts';
import { isClinical } from '#shared/plan/rotation/kind.ts';
import { isSameOffering } from '#shared/world/programs/directory.ts';

/** Of one year, where everyone would know whom one answer is from. */
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
