/** All letters of a plan against what the guide recommends, and those that will be too late. */
import type { Day } from '#shared/base/time/day.ts';
import type { SeasonDate } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';
import type { Facts } from '../facts/facts.ts';
import { isAgreed, isComing, isInEras, isIrLetter } from '../facts/letter.ts';
import type { Rotation } from '../facts/rotation.ts';
import { isClinical, isInUs, isIrInUs } from '../rotation/kind.ts';
import { grantsLetters } from '../rotation/site.ts';
import { awaitedOn, letterDueDay } from './due.ts';
import { lettersByMode, lettersOf, modeOfLetter, type PlacedLetter } from './placed.ts';

/** Guide, Securing Strong Letters: two or three; one or two from IR faculty, one of them from a US IR rotation. */
export const LETTERS_WANTED = 3;
/** AAMC: a program accepts at most four. */
export const ASSIGNED_MAX = 4;

interface LetterPlan {
  /** How many of the three are promised or further along. */
  readonly covered: number;
  /** Those that count, as `2 hands-on, 1 observer, 1 research`. */
  readonly byMode: string;
  readonly inEras: number;
  readonly assigned: number;

  /** The letters that the guide wants, each with the one that fills it. */
  readonly slots: readonly { readonly placed?: PlacedLetter | undefined; readonly words: string }[];
  readonly missing: readonly string[];
  readonly late: readonly LateLetter[];
}

/** A letter, or a rotation that should bring one, that is due on or after the programs' first review. */
export interface LateLetter {
  readonly rotation?: Rotation;
  readonly writerName?: string;
  readonly day: Day;
  readonly review: SeasonDate;
}

export function letterPlan(facts: Facts, world: World): LetterPlan {
  const letters = lettersOf(facts).filter(isCounted(world));
  const usIr = letters.find(({ letter, rotation }) => isUsIr(letter.writer.specialty, rotation));
  const other = letters.find((placed) => placed !== usIr && isOther(placed));
  const third = letters.find((placed) => placed !== usIr && placed !== other);
  const slots = [
    { placed: usIr, words: 'a US IR letter' },
    { placed: other, words: 'a letter from another US rotation or a research mentor' },
    { placed: third, words: 'one more letter, ideally from IR' },
  ];
  return {
    covered: slots.filter(({ placed }) => placed).length,
    byMode: lettersByMode(
      letters.map(({ letter, rotation }) => modeOfLetter(letter.writer.specialty, rotation)),
    ),
    inEras: letters.filter(({ letter }) => isInEras(letter)).length,
    assigned: letters.filter(({ letter }) => letter.status === 'assigned').length,
    slots,
    missing: slots.flatMap(({ placed, words }) => (placed ? [] : [words])),
    late: lateLetters(facts, world),
  };
}

/** Promised or further along. A letter that was only requested may never come; hosts that give none do not count. */
function isCounted(world: World): (placed: PlacedLetter) => boolean {
  return ({ letter, rotation }) => {
    if (rotation && !grantsLetters(rotation, world)) return false;
    return isInEras(letter) || (isAgreed(letter) && rotation?.stage !== 'closed');
  };
}

/** From IR faculty at a US IR rotation: the most valuable kind (G17). */
export function isUsIr(
  /** The writer's. */
  specialty: string,
  rotation: Parameters<typeof isIrInUs>[0] | undefined,
): boolean {
  return specialty === 'ir' && rotation !== undefined && isIrInUs(rotation);
}

function isOther({ letter, rotation }: PlacedLetter): boolean {
  if (modeOfLetter(letter.writer.specialty, rotation) === 'research') return true;
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
    const { dates, stage, letters } = rotation;
    if (!dates || !isClinical(rotation) || stage === 'closed') return [];
    if (!grantsLetters(rotation, world) || letters.some(isComing)) return [];
    return [{ rotation, day: letterDueDay(dates, season), review }];
  });
  const promised = lettersOf(facts).flatMap(({ letter, rotation }): LateLetter[] => {
    if (!isComing(letter) || isInEras(letter) || rotation?.stage === 'closed') return [];
    const day = awaitedOn(letter, rotation, season);
    const { name: writerName } = letter.writer;
    return [{ ...(rotation && { rotation }), writerName, day, review }];
  });
  return [...promised, ...ofRotations].filter(({ day }) => day >= review.day);
}
