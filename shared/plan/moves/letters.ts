/** Changes to letters, from the request at a rotation's midpoint to the assignment in MyERAS. */
import { LETTERS_PER_ROTATION_MAX, OWN_LETTERS_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import {
  type EventOf,
  type RotationEvent,
  WRITER_EVENT_TYPES,
  type WriterEventType,
} from '../facts/events.ts';
import type { Facts } from '../facts/facts.ts';
import { HAND_OVERS_MAX, isAgreed, type Letter, type LetterStatus } from '../facts/letter.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { Rotation } from '../facts/rotation.ts';
import { isClinical } from '../rotation/kind.ts';
import { midpointOf } from '../rotation/moments.ts';
import { grantsLetters } from '../rotation/site.ts';
import { isTaken } from './add-rotation.ts';
import type { Setting } from './settle.ts';

export type LetterEvent = Extract<RotationEvent, { type: `letter-${string}` }>;
type LetterMoved = Exclude<LetterEvent, EventOf<'letter-asked'>>;

const OPEN: readonly LetterStatus[] = ['asked', 'agreed', 'requested'];

/** Which statuses each step may follow. A writer who declined or never answered may still upload. */
const FOLLOWS: Readonly<Record<LetterMoved['type'], readonly LetterStatus[]>> = {
  'letter-contact': [...OPEN, 'declined', 'not-progressing'],
  'letter-promised': [...OPEN, 'declined', 'not-progressing'],
  'letter-handed-over': [...OPEN, 'not-progressing'],
  'letter-taken-over': [...OPEN, 'not-progressing'],
  'letter-taken-back': [...OPEN, 'not-progressing'],
  'letter-email-stopped': [...OPEN, 'declined', 'not-progressing'],
  'letter-agreed': ['asked', 'declined', 'not-progressing'],
  'letter-requested': ['agreed', 'not-progressing'],
  'letter-uploaded': ['agreed', 'requested', 'not-progressing'],
  'letter-assigned': ['uploaded'],
  'letter-declined': ['asked', 'agreed', 'requested', 'not-progressing'],
  'letter-corrected': ['agreed', 'requested', 'uploaded', 'assigned', 'declined'],
};

const IN_ORDER: readonly LetterStatus[] = ['asked', 'agreed', 'requested', 'uploaded', 'assigned'];

/** What a letter may be corrected to: an earlier step; after a refusal entered by mistake, the first. */
export function stepsBefore(status: LetterStatus): readonly LetterStatus[] {
  return status === 'declined'
    ? ['asked']
    : IN_ORDER.slice(0, Math.max(0, IN_ORDER.indexOf(status)));
}

/** What an applicant can report about a letter with this status, in order. */
export function stepsAfter(status: LetterStatus): Exclude<LetterMoved['type'], WriterEventType>[] {
  const types = Object.keys(FOLLOWS) as LetterMoved['type'][];
  return types.filter(isApplicants).filter((type) => FOLLOWS[type].includes(status));
}

function isApplicants(
  type: LetterMoved['type'],
): type is Exclude<LetterMoved['type'], WriterEventType> {
  return !WRITER_EVENT_TYPES.some((each) => each === type);
}

/** `rotation` is absent for letters from outside the rotations. */
export function changeLetters(
  letters: readonly Letter[],
  rotation: Rotation | undefined,
  event: LetterEvent,
  setting: Setting,
): Result<Letter[], PlanRefusal> {
  if (event.type === 'letter-asked') {
    const letter = askForLetter(letters, rotation, event, setting);
    return letter.ok ? success([...letters, letter.value]) : letter;
  }
  const letter = letters.find(({ id }) => id === event.letterId);
  if (!letter) return failure(refusals.unknownLetter());
  const moved = moveLetter(letter, event, setting);
  return moved.ok
    ? success(letters.map((other) => (other === letter ? moved.value : other)))
    : moved;
}

/** Refused before the midpoint, at a host that gives no letters, and for the applicant's own address. */
function askForLetter(
  letters: readonly Letter[],
  rotation: Rotation | undefined,
  { writer }: EventOf<'letter-asked'>,
  { facts, newId: id, now, world }: Setting,
): Result<Letter, PlanRefusal> {
  if (isTaken(id, facts)) return failure(refusals.idTaken());
  if (rotation && !grantsLetters(rotation, world)) {
    return failure(refusals.hostGrantsNoLetters(rotation));
  }
  if (writer.address === facts.profile.address) return failure(refusals.writerIsApplicant());
  const most = rotation ? LETTERS_PER_ROTATION_MAX : OWN_LETTERS_MAX;
  if (letters.length >= most) return failure(refusals.tooManyLetters(most));
  const today = dayIn(EASTERN, now);
  const from = rotation?.dates && isClinical(rotation) && midpointOf(rotation.dates);
  if (from && today < from) return failure(refusals.letterTooEarly(from));
  return success({ id, writer, status: 'asked', askedOn: today, since: now });
}

function moveLetter(
  letter: Letter,
  event: LetterMoved,
  { facts, now, world }: Setting,
): Result<Letter, PlanRefusal> {
  if (!FOLLOWS[event.type].includes(letter.status)) {
    return failure(refusals.letterOutOfOrder(event.type, letter.status));
  }
  const today = dayIn(EASTERN, now);
  switch (event.type) {
    case 'letter-contact':
      return contact(letter, facts, event, now);
    case 'letter-promised':
      if (event.by < today) return failure(refusals.promisedInThePast());
      return success({ ...agreed(letter, now), promised: { by: event.by, on: today } });
    case 'letter-handed-over': {
      const { coordinator, emailsBefore = 0 } = event;
      const taken = [facts.profile.address, letter.writer.address];
      if (taken.includes(coordinator.address)) return failure(refusals.coordinatorIsNobodyNew());
      const handOvers = (letter.handOvers ?? 0) + 1;
      if (handOvers > HAND_OVERS_MAX) return failure(refusals.tooManyHandOvers(HAND_OVERS_MAX));
      return success({ ...letter, handOvers, coordinator: { ...coordinator, emailsBefore } });
    }
    case 'letter-taken-over':
      if (!letter.coordinator) return failure(refusals.nobodyTakesOver());
      return success({ ...letter, coordinator: { ...letter.coordinator, accepted: true } });
    case 'letter-taken-back': {
      const { coordinator, ...kept } = letter;
      return coordinator ? success(kept) : failure(refusals.nobodyTakesOver());
    }
    case 'letter-email-stopped': {
      const state = event.why === 'unreachable' ? 'unreachable' : 'stopped';
      const on = letter.contact?.on ?? today;
      const stopped = { ...letter, contact: { on, state, since: today } } as const;
      return success(event.why === 'unknown' ? at(stopped, 'declined', now) : stopped);
    }
    case 'letter-agreed':
      return success(agreed(letter, now));
    case 'letter-declined':
      return success(at(letter, 'declined', now));
    case 'letter-corrected': {
      if (!stepsBefore(letter.status).includes(event.to)) {
        return failure(refusals.letterOutOfOrder(event.type, letter.status));
      }
      const { formSent: _, erasLetterId: __, ...unsent } = letter;
      const isSent = event.to === 'requested' || event.to === 'uploaded';
      return success(at(isSent ? letter : unsent, event.to, now));
    }
    default: {
      const opens = world.season(facts.profile.matchYear).dates['eras-opens'];
      // An estimated opening day may be wrong, so only a published one refuses anything.
      if (opens && opens.certainty !== 'estimated' && today < opens.day) {
        return failure(refusals.erasNotOpen(opens.day));
      }
      return success({ ...at(letter, STATUS_AFTER[event.type], now), ...formOf(event) });
    }
  }
}

const STATUS_AFTER = {
  'letter-requested': 'requested',
  'letter-uploaded': 'uploaded',
  'letter-assigned': 'assigned',
} as const;

function at(letter: Letter, status: LetterStatus, now: Instant): Letter {
  return letter.status === status ? letter : { ...letter, status, since: now };
}

/** A yes, also a second one: with the form sent, the writer can upload. */
function agreed(letter: Letter, now: Instant): Letter {
  if (isAgreed(letter)) return letter;
  const hasForm = letter.formSent || letter.erasLetterId !== undefined;
  return at(letter, hasForm ? 'requested' : 'agreed', now);
}

function formOf(event: LetterMoved): Pick<Letter, 'formSent' | 'erasLetterId'> {
  if (event.type !== 'letter-requested') return {};
  return { formSent: true, ...(event.erasLetterId && { erasLetterId: event.erasLetterId }) };
}

/** The applicant heard the writer agree, so the letter counts as promised. */
function contact(
  letter: Letter,
  facts: Facts,
  { address, seen }: EventOf<'letter-contact'>,
  now: Instant,
): Result<Letter, PlanRefusal> {
  const { contact: before, writer } = letter;
  if (address === facts.profile.address) return failure(refusals.writerIsApplicant('address'));
  if (before?.state === 'stopped') return failure(refusals.writerWantsNoEmail());
  if (before?.state === 'unreachable' && address === writer.address) {
    return failure(refusals.writerUnreachable());
  }
  const today = dayIn(EASTERN, now);
  return success({
    ...agreed(letter, now),
    writer: { ...writer, address },
    ...(seen && { seen }),
    contact: { on: before?.on ?? today, state: 'emailed', since: today },
  });
}
