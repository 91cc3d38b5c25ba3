import type { Facts } from '../facts/facts.ts';
import { type Letter, OWN_LETTERS } from '../facts/letter.ts';
import type { Rotation } from '../facts/rotation.ts';

export interface PlacedLetter {
  readonly letter: Letter;
  /** Absent for a letter from outside the rotations. */
  readonly rotation?: Rotation;
}

/** Letters from rotations first, in the plan's order. */
export function lettersOf({ rotations, letters = [] }: Facts): PlacedLetter[] {
  return [
    ...rotations.flatMap((rotation) => rotation.letters.map((letter) => ({ letter, rotation }))),
    ...letters.map((letter) => ({ letter })),
  ];
}

/** What an event calls `rotationId`. */
export function placeIdOf({ rotation }: PlacedLetter): string {
  return rotation?.id ?? OWN_LETTERS;
}

export function letterOf(facts: Facts, letterId: string): PlacedLetter | undefined {
  return lettersOf(facts).find(({ letter }) => letter.id === letterId);
}
