/** The portfolio of letters: what the guide wants, what of it is on its way, and what will come too late. */

import type { Day } from '#shared/base/time/day.ts';
import type { SeasonDate } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';
import type { Facts } from '../facts/facts.ts';
import { isAgreed, isComing, isInEras, isIrLetter } from '../facts/letter.ts';
import type { Rotation } from '../facts/rotation.ts';
import { isInUs, isIrInUs } from '../rotation/kind.ts';
import { awaitedOn, letterDueDay } from './due.ts';
import { lettersOf, type PlacedLetter } from './placed.ts';

/** Guide, Securing Strong Letters: two to three; one or two from IR faculty, one of them from a US IR rotation. */
export const LETTERS_WANTED = 3;
/** AAMC: a program takes at most four. */
export const ASSIGNED_MAX = 4;

export interface LetterPlan {
  /** Of the three wanted, those promised or better. */
  readonly covered: number;
  readonly inEras: number;
  readonly assigned: number;
  /** What is missing, as words that follow "is missing". */
  readonly missing: readonly string[];
  readonly late: readonly LateLetter[];
}

/** A letter, or a rotation that is to bring one, whose day lies at or after the programs' first review. */
export interface LateLetter {
  readonly rotation?: Rotation;
  readonly writerName?: string;
  readonly day: Day;
  readonly review: SeasonDate;
}

/** Judges all letters of a person, from rotations and from elsewhere, against what a season needs. */
export function letterPlan(facts: Facts, world: World): LetterPlan {
  const letters = lettersOf(facts).filter(isCounted(world));
  const usIr = letters.find(({ letter, rotation }) => isUsIr(letter.writer.specialty, rotation));
  const other = letters.find((placed) => placed !== usIr && isOther(placed));
  const third = letters.find((placed) => placed !== usIr && placed !== other);
  const slots = [
    { placed: usIr, words: 'a US IR letter' },
    { placed: other, words: 'a letter from another US month or a research mentor' },
    { placed: third, words: 'one more letter, best from IR' },
  ];
  return {
    covered: slots.filter(({ placed }) => placed).length,
    inEras: letters.filter(({ letter }) => isInEras(letter)).length,
    assigned: letters.filter(({ letter }) => letter.status === 'assigned').length,
    missing: slots.flatMap(({ placed, words }) => (placed ? [] : [words])),
    late: lateLetters(facts, world),
  };
}

/** Promised or better. A letter that was only asked for may never come; a host that grants none never counts. */
function isCounted(world: World): (placed: PlacedLetter) => boolean {
  return ({ letter, rotation }) => {
    if (rotation && world.host(rotation.host.institutionId, rotation.mode)?.grantsLetters === false)
      return false;
    return isInEras(letter) || (isAgreed(letter) && rotation?.stage !== 'closed');
  };
}

/** By IR faculty of a US IR rotation: the kind that weighs most (G17). */
export function isUsIr(
  /** The writer's. */
  specialty: string,
  rotation: Parameters<typeof isIrInUs>[0] | undefined,
): boolean {
  return specialty === 'ir' && rotation !== undefined && isIrInUs(rotation);
}

function isOther({ letter, rotation }: PlacedLetter): boolean {
  if (letter.writer.specialty === 'research') return true;
  return (
    rotation !== undefined &&
    isInUs(rotation) &&
    !isIrLetter(letter) &&
    letter.writer.specialty !== 'other'
  );
}

function lateLetters(facts: Facts, world: World): LateLetter[] {
  const season = world.season(facts.profile.matchYear);
  const review = season.dates['programs-review-opens'];
  if (!review) return [];
  const ofRotations = facts.rotations.flatMap((rotation): LateLetter[] => {
    const { dates, stage, letters, host, mode } = rotation;
    const bringsNone = world.host(host.institutionId, mode)?.grantsLetters === false;
    if (!dates || stage === 'closed' || bringsNone || letters.some(isComing)) return [];
    return [{ rotation, day: letterDueDay(dates, season), review }];
  });
  const promised = lettersOf(facts).flatMap(({ letter, rotation }): LateLetter[] => {
    if (!isComing(letter) || isInEras(letter) || rotation?.stage === 'closed') return [];
    const day = awaitedOn(letter, rotation?.dates, season);
    const { name: writerName } = letter.writer;
    return [{ ...(rotation && { rotation }), writerName, day, review }];
  });
  return [...promised, ...ofRotations].filter(({ day }) => day >= review.day);
}
