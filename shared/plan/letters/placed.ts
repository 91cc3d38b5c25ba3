/** Letters and where they belong on the plan, whom to ask next, and the counts by mode. */
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Mode } from '#shared/world/vocabulary.ts';
import type { Facts } from '../facts/facts.ts';
import { isComing, isLost, type Letter, OWN_LETTERS } from '../facts/letter.ts';
import type { Rotation } from '../facts/rotation.ts';

interface Placed<From, Written> {
  readonly letter: Written;
  /** Absent for a letter from outside the rotations. */
  readonly rotation?: From;
}

export type PlacedLetter = Placed<Rotation, Letter>;

export function lettersOf({ rotations, letters }: Facts): PlacedLetter[] {
  return placedLetters(rotations, letters);
}

/** Letters from rotations first, in the plan's order. */
export function placedLetters<Written, From extends { readonly letters: readonly Written[] }>(
  rotations: readonly From[],
  others: readonly Written[] = [],
): Placed<From, Written>[] {
  return [
    ...rotations.flatMap((rotation) => rotation.letters.map((letter) => ({ letter, rotation }))),
    ...others.map((letter) => ({ letter })),
  ];
}

/** What an event calls `rotationId`. */
export function placeIdOf({ rotation }: PlacedLetter): string {
  return rotation?.id ?? OWN_LETTERS;
}

export function letterOf(facts: Facts, letterId: string): PlacedLetter | undefined {
  return lettersOf(facts).find(({ letter }) => letter.id === letterId);
}

/** The day of the last no, or of a silence that counts as one. */
export function lastLostOn(letters: readonly Letter[] = []): Day | undefined {
  return letters
    .filter(isLost)
    .map(({ since }) => dayIn(EASTERN, since))
    .toSorted()
    .at(-1);
}

/** Whom to ask next when a writer cannot or does not write. */
interface Candidate {
  readonly name: string;
  readonly hostName: string;
}

/** The mentor of this rotation, otherwise of another one without a letter, if they have not been asked yet. */
export function nextCandidate(facts: Facts, rotationId: string | undefined): Candidate | undefined {
  const asked = new Set(lettersOf(facts).map(({ letter }) => letter.writer.name.toLowerCase()));
  const here = facts.rotations.filter(({ id }) => id === rotationId);
  const elsewhere = facts.rotations.filter(
    ({ id, letters }) => id !== rotationId && !letters.some(isComing),
  );
  const found = [...here, ...elsewhere].find(
    ({ mentor }) => mentor !== undefined && !asked.has(mentor.toLowerCase()),
  );
  return found?.mentor === undefined
    ? undefined
    : { name: found.mentor, hostName: found.host.name };
}

/** `Ask Dr. Lee (Brown), or another attending who saw your work.` */
export function askNext(facts: Facts, rotationId: string | undefined): string {
  const candidate = nextCandidate(facts, rotationId);
  return candidate
    ? `Ask ${candidate.name} (${candidate.hostName}), your mentor there, or another attending who saw your work.`
    : 'Ask another attending who saw your work.';
}

/** Letters from observerships and mentors are always counted separately. Research is what its writer calls it, with or without a stay on the plan. */
export function modeOfLetter(
  /** The writer's. */
  specialty: string,
  rotation: { readonly mode: Mode } | undefined,
): Mode | undefined {
  return specialty === 'research' ? 'research' : rotation?.mode;
}

/** `2 hands-on, 1 observer, 1 research`; a letter from outside the rotations has no mode. Empty for no letters. */
export function lettersByMode(modes: readonly (Mode | undefined)[]): string {
  const many = (of: Mode | undefined) => modes.filter((mode) => mode === of).length;
  return [
    [many('hands-on'), 'hands-on'],
    [many('observer'), 'observer'],
    [many('research'), 'research'],
    [many(undefined), 'from outside the rotations'],
  ]
    .filter(([count]) => count !== 0)
    .map((part) => part.join(' '))
    .join(', ');
}
