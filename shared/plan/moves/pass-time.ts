/** Time moves: what happens to rotations when nobody acts. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';
import type { Facts } from '../facts/facts.ts';
import { isOpen, type Letter, OWN_LETTERS } from '../facts/letter.ts';
import type { Rotation } from '../facts/rotation.ts';
import type { TimeMove } from '../facts/stages.ts';
import { ownLadderEndDay } from '../letters/due.ts';
import { endOf, type Moment, nextMoment } from '../rotation/moments.ts';
import { at, close, settle } from './settle.ts';

/** Time moves and emails one visit makes for one person; more would be a loop. */
export const STEPS_PER_VISIT_MAX = 40;

/** `at` is when it was due, not when it was noticed. */
export interface TimeMoved {
  readonly rotationId: string;
  readonly move: TimeMove;
  readonly at: Instant;
}

/** Every move due by `now`, oldest first, each as of its own time: a late visit gives what a punctual one would. */
export function passTime(
  facts: Facts,
  now: Instant,
  world: World,
): { facts: Facts; moved: TimeMoved[] } {
  const moved: TimeMoved[] = [];
  let present = facts;
  while (moved.length < STEPS_PER_VISIT_MAX) {
    const due = nextTimeMove(present, world);
    if (!due || due.at > now) break;
    present = applyMove(present, due, world);
    moved.push(due);
  }
  return { facts: present, moved };
}

/** The soonest move of all rotations and other letters, due or not. */
export function nextTimeMove(facts: Facts, world: World): TimeMoved | undefined {
  const season = world.season(facts.profile.matchYear);
  const ofRotations = facts.rotations.flatMap((rotation) => {
    const moment = nextMoment(rotation, season);
    return moment ? [{ rotationId: rotation.id, ...moment }] : [];
  });
  return [...ofRotations, ...ownLetterMoves(facts, season)].reduce<TimeMoved | undefined>(
    (first, each) => (first && first.at <= each.at ? first : each),
    undefined,
  );
}

function ownLetterMoves({ letters = [] }: Facts, season: Season): TimeMoved[] {
  const day = ownLadderEndDay(letters, season);
  return day ? [{ rotationId: OWN_LETTERS, move: 'ladder-is-spent', at: endOf(day) }] : [];
}

function applyMove(facts: Facts, due: TimeMoved, world: World): Facts {
  if (due.rotationId === OWN_LETTERS) {
    const season = world.season(facts.profile.matchYear);
    const isSpent = (letter: Letter) => {
      const day = ownLadderEndDay([letter], season);
      return day !== undefined && endOf(day) <= due.at;
    };
    const letters = (facts.letters ?? []).map((letter) =>
      isSpent(letter) ? notProgressing(letter, due.at) : letter,
    );
    return { ...facts, letters };
  }
  const rotations = facts.rotations.map((rotation) =>
    rotation.id === due.rotationId
      ? settle(moveByTime(rotation, due), { facts, now: due.at, world })
      : rotation,
  );
  return { ...facts, rotations };
}

function moveByTime(rotation: Rotation, { move, at: moment }: Moment): Rotation {
  switch (move) {
    case 'offer-expires':
      return close(rotation, 'offer-expired', moment);
    case 'rotation-starts': {
      const started = at(rotation, 'rotate', 'underway', moment);
      const isMissing = rotation.status === 'collecting' && rotation.checklist.length > 0;
      return isMissing ? { ...started, startedIncomplete: true } : started;
    }
    case 'rotation-ends':
      return at(rotation, 'request-letter', 'waiting', moment);
    case 'ladder-is-spent':
      return {
        ...at(rotation, 'request-letter', 'not-progressing', moment),
        letters: rotation.letters.map((letter) =>
          isOpen(letter) ? notProgressing(letter, moment) : letter,
        ),
      };
    case 'undo-day-ends':
      return { ...rotation, endedAt: moment };
  }
}

function notProgressing(letter: Letter, moment: Instant): Letter {
  return { ...letter, status: 'not-progressing', since: moment };
}
