/** Every letter of a person, and the rotation it comes from. */
import type { Facts } from '../facts/facts.ts';
import { type Letter, OWN_LETTERS } from '../facts/letter.ts';
import type { Rotation } from '../facts/rotation.ts';

export interface PlacedLetter {
  readonly letter: Letter;
  /** Absent for a letter from outside the rotations. */
  readonly rotation?: Rotation;
}

/** Rotations' letters first, in the order of the rotations. */
export function lettersOf({ rotations, letters = [] }: Facts): PlacedLetter[] {
  return [
    ...rotations.flatMap((rotation) => rotation.letters.map((letter) => ({ letter, rotation }))),
    ...letters.map((letter) => ({ letter })),
  ];
}

/** The rotation's id, or the word that stands for none: what an event calls `rotationId`. */
export function placeIdOf({ rotation }: PlacedLetter): string {
  return rotation?.id ?? OWN_LETTERS;
}

/** The letter of that id, wherever it is. */
export function letterOf(facts: Facts, letterId: string): PlacedLetter | undefined {
  return lettersOf(facts).find(({ letter }) => letter.id === letterId);
}
