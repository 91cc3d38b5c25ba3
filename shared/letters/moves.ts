/** What can happen to a rotation's letters, from the ask at the midpoint to the assignment in MyERAS. */
import type { Facts } from '../applicant/facts.ts';
import { LETTERS_PER_ROTATION_MAX } from '../limits.ts';
import { failure, type Result, success } from '../result.ts';
import { EVENT_WORDS } from '../rotation/event-words.ts';
import type { RotationEvent } from '../rotation/events.ts';
import { midpointOf } from '../rotation/moments.ts';
import { type Refusal, refusals } from '../rotation/refusals.ts';
import type { Rotation } from '../rotation/rotation.ts';
import { dayIn, EASTERN, type Instant } from '../time/instant.ts';
import type { World } from '../world.ts';
import type { Letter, LetterStatus } from './letter.ts';

type LetterAsked = Extract<RotationEvent, { type: 'letter-asked' }>;
type LetterMoved = Exclude<Extract<RotationEvent, { letterId: string }>, LetterAsked>;

/** Which standings each step may follow. A writer who declined or fell silent may still come back and upload. */
const FOLLOWS: Readonly<Record<LetterMoved['type'], readonly LetterStatus[]>> = {
  'letter-agreed': ['asked', 'declined', 'not-progressing'],
  'letter-requested': ['agreed', 'not-progressing'],
  'letter-uploaded': ['agreed', 'requested', 'not-progressing'],
  'letter-assigned': ['uploaded'],
  'letter-declined': ['asked', 'agreed', 'requested', 'not-progressing'],
};

const STATUS_AFTER: Readonly<Record<LetterMoved['type'], LetterStatus>> = {
  'letter-agreed': 'agreed',
  'letter-requested': 'requested',
  'letter-uploaded': 'uploaded',
  'letter-assigned': 'assigned',
  'letter-declined': 'declined',
};

/** What can be reported of a letter that stands so, in the order of its life. */
export function stepsAfter(status: LetterStatus): LetterMoved['type'][] {
  const types = Object.keys(FOLLOWS) as LetterMoved['type'][];
  return types.filter((type) => FOLLOWS[type].includes(status));
}

export const LETTER_STATUS_WORDS: Readonly<Record<LetterStatus, string>> = {
  asked: 'asked for, not answered',
  agreed: 'promised',
  requested: 'requested in ERAS',
  uploaded: 'uploaded, not assigned',
  assigned: 'assigned to programmes',
  declined: 'declined',
  'not-progressing': 'not progressing',
};

/** Adds a writer. Refused before the midpoint, at a host that grants no letters, or to the applicant's own address. */
export function askForLetter(
  rotation: Rotation,
  facts: Facts,
  event: LetterAsked,
  letterId: string,
  now: Instant,
  world: World,
): Result<Rotation, Refusal> {
  if (world.host(rotation.host.institutionId)?.grantsLetters === false) {
    return failure(refusals.hostGrantsNoLetters(rotation));
  }
  if (event.writer.address === facts.profile.address) return failure(refusals.writerIsApplicant());
  if (rotation.letters.length >= LETTERS_PER_ROTATION_MAX) {
    return failure(refusals.tooManyLetters(LETTERS_PER_ROTATION_MAX));
  }
  const today = dayIn(EASTERN, now);
  const from = rotation.dates && midpointOf(rotation.dates);
  if (from && today < from) return failure(refusals.letterTooEarly(from));
  const letter: Letter = {
    id: letterId,
    writer: event.writer,
    status: 'asked',
    askedOn: today,
    since: now,
  };
  return success({ ...rotation, letters: [...rotation.letters, letter] });
}

/** Moves one letter a step on, or names the standing that forbids it. */
export function moveLetter(
  rotation: Rotation,
  facts: Facts,
  event: LetterMoved,
  now: Instant,
  world: World,
): Result<Rotation, Refusal> {
  const letter = rotation.letters.find(({ id }) => id === event.letterId);
  if (!letter) return failure(refusals.unknownLetter());
  if (!FOLLOWS[event.type].includes(letter.status)) {
    const { noun } = EVENT_WORDS[event.type];
    return failure(refusals.letterOutOfOrder(noun, LETTER_STATUS_WORDS[letter.status]));
  }
  const opens = world.season(facts.profile.matchYear).dates['eras-opens'];
  const needsEras = event.type !== 'letter-agreed' && event.type !== 'letter-declined';
  // An estimated opening day may be wrong by days; only a published one can refuse somebody.
  if (needsEras && opens && opens.certainty !== 'estimated' && dayIn(EASTERN, now) < opens.day) {
    return failure(refusals.erasNotOpen(opens.day));
  }
  const moved: Letter = {
    ...letter,
    status: STATUS_AFTER[event.type],
    since: now,
    ...(event.type === 'letter-requested' &&
      event.erasLetterId && { erasLetterId: event.erasLetterId }),
  };
  const letters = rotation.letters.map((other) => (other === letter ? moved : other));
  return success({ ...rotation, letters });
}
