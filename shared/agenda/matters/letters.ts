/** Letters of recommendation: asking for one, and each one on its way from the writer's yes to the programs. */
import { LETTERS_PER_ROTATION_MAX } from '#shared/base/limits.ts';
import { earliest, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import {
  isComing,
  isInEras,
  isLost,
  isOpen,
  type Letter,
  OWN_LETTERS,
} from '#shared/plan/facts/letter.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isCommitted, isFinished } from '#shared/plan/facts/stages.ts';
import { awaitedOn, writerDueDay } from '#shared/plan/letters/due.ts';
import { LETTERS_WANTED, letterPlan } from '#shared/plan/letters/letter-plan.ts';
import { lettersOf, type PlacedLetter, placeIdOf } from '#shared/plan/letters/placed.ts';
import { midpointOf } from '#shared/plan/rotation/moments.ts';
import type { SeasonDate } from '#shared/world/season/season.ts';
import { open, report } from '../answer.ts';
import { type Deadline, dayDeadline, ours, seasonDeadline } from '../deadline.ts';
import { idOf, type Matter, matter } from '../matter.ts';
import type { View } from '../view.ts';
import { untilMatchDay } from './season.ts';

/** Ours: with mixed feedback the letter is asked for in the last week, when more work has been seen. */
const LAST_WEEK_DAYS = 7;
/** Ours: with nobody asked so long after the end, the letter is being lost. */
const UNASKED_DAYS_AFTER_END = 21;
/** Ours: a letter that came after the first review still counts, and each week without it is a week unread. */
const LATE_ASSIGNMENT_DAYS = 7;

export function letterMatters(view: View): Matter[] {
  const matters = [
    ...view.facts.rotations.flatMap((rotation) => askMatter(rotation, view)),
    ...lettersOf(view.facts)
      .filter(({ rotation }) => rotation?.stage !== 'closed')
      .flatMap((placed) => oneLetter(placed, view)),
  ];
  // With all that the guide wants assigned, one more is welcome, and no plan fails without it.
  const isFull = letterPlan(view.facts, view.world).assigned >= LETTERS_WANTED;
  return isFull ? matters.map((each) => ({ ...each, hard: false })) : matters;
}

/** A letter of this rotation is asked for: from the midpoint, at the latest three weeks after the last day. */
function askMatter(rotation: Rotation, { world, season }: View): Matter[] {
  const { id, dates, stage, letters, feedback } = rotation;
  const isToBe = isCommitted(stage) || isFinished(stage);
  if (
    !dates ||
    !isToBe ||
    world.host(rotation.host.institutionId, rotation.mode)?.grantsLetters === false
  ) {
    return [];
  }
  const lastWeek = plusDays(dates.end, -LAST_WEEK_DAYS);
  const opens = feedback?.mood === 'mixed' ? lastWeek : midpointOf(dates);
  return [
    matter({
      rule: 'G15',
      subject: `${id}/letter`,
      kind: 'letter',
      about: { rotationId: id },
      whose: 'applicant',
      stake: 'letter',
      opens,
      ...untilMatchDay(season),
      safeBy: dates.end,
      due: dayDeadline(plusDays(dates.end, UNASKED_DAYS_AFTER_END), {
        certainty: 'entered',
        source: 'three weeks after the last day, as entered',
      }),
      hard: true,
      ...(letters.some((letter) => !isLost(letter)) && { done: true as const }),
      answers: [
        letters.length < LETTERS_PER_ROTATION_MAX
          ? report({ type: 'letter-asked', rotationId: id }, 'writer')
          : open('letters'),
        ...(isFinished(stage) ? [report({ type: 'finished-without-letter', rotationId: id })] : []),
      ],
      inputs: [`${id}.dates`, `${id}.feedback`, `host.${rotation.host.institutionId}`],
    }),
  ];
}

interface Place {
  readonly place: string;
  readonly letter: Letter;
  readonly rotation: Rotation | undefined;
  readonly dates: RotationDates | undefined;
  readonly view: View;
}

function oneLetter(placed: PlacedLetter, view: View): Matter[] {
  const { letter, rotation } = placed;
  const of: Place = { place: placeIdOf(placed), letter, rotation, dates: rotation?.dates, view };
  if (isLost(letter)) return declined(of);
  return [
    ...agree(of),
    ...request(of),
    ...upload(of),
    ...assign(of),
    ...call(of),
    ...promisedLate(of),
  ];
}

function base({ place, letter, rotation, view }: Place) {
  return {
    ...untilMatchDay(view.season),
    about: { ...(rotation && { rotationId: rotation.id }), letterId: letter.id },
    subject: `${place}/${letter.id}`,
    kind: 'letter',
    stake: 'letter',
    inputs: [`letter.${letter.id}`],
  } as const;
}

/** The writer's yes. */
function agree(of: Place): Matter[] {
  const { place, letter } = of;
  const event = { rotationId: place, letterId: letter.id };
  return [
    matter({
      ...base(of),
      rule: 'letter-agreed',
      whose: 'writer',
      ...(letter.status === 'asked'
        ? { heldBy: { party: 'writer' as const, since: letter.askedOn } }
        : { done: true as const }),
      answers: [
        report({ type: 'letter-agreed', ...event }),
        report({ type: 'letter-declined', ...event }),
      ],
    }),
  ];
}

/** The Letter Request Form exists only once ERAS is open; without its Letter ID the writer cannot upload. */
function request(of: Place): Matter[] {
  const { place, letter, dates, view } = of;
  const opens = view.season.dates['eras-opens'];
  const review = view.season.dates['programs-review-opens'];
  if (!opens || !review) return [];
  const due = seasonDeadline(review);
  return [
    matter({
      ...base(of),
      rule: 'G16b',
      whose: 'applicant',
      needs: [idOf('letter-agreed', `${place}/${letter.id}`)],
      opens: opens.day,
      safeBy: earliest(writerDueDay(letter, dates, view.season), due.day),
      due,
      hard: true,
      ...((letter.status === 'requested' || isInEras(letter)) && { done: true as const }),
      answers: [
        report(
          { type: 'letter-requested', rotationId: place, letterId: letter.id },
          'erasLetterId',
        ),
      ],
    }),
  ];
}

function upload(of: Place): Matter[] {
  const { place, letter, dates, view } = of;
  return [
    matter({
      ...base(of),
      rule: 'letter-uploaded',
      whose: 'writer',
      needs: [idOf('G16b', `${place}/${letter.id}`)],
      due: dayDeadline(
        awaitedOn(letter, dates, view.season),
        letter.promised
          ? { certainty: 'entered', source: 'the day the writer named' }
          : ours('three weeks after the rotation, the request, or the opening of ERAS'),
      ),
      ...(letter.status === 'requested' && {
        heldBy: { party: 'writer' as const, since: dayIn(EASTERN, letter.since) },
      }),
      ...(isInEras(letter) && { done: true as const }),
      answers: [
        report({ type: 'letter-uploaded', rotationId: place, letterId: letter.id }),
        report({ type: 'letter-declined', rotationId: place, letterId: letter.id }),
      ],
    }),
  ];
}

/** "Uploaded" is not "counted": a letter reaches programs only once it is assigned to them. */
function assign(of: Place): Matter[] {
  const { place, letter, view } = of;
  const review = view.season.dates['programs-review-opens'];
  const opens = view.season.dates['eras-opens'];
  if (!review) return [];
  return [
    matter({
      ...base(of),
      rule: 'assign-letter',
      whose: 'applicant',
      needs: [idOf('letter-uploaded', `${place}/${letter.id}`)],
      ...(opens && { opens: opens.day }),
      due: assignBy(letter, review),
      hard: true,
      ...(letter.status === 'assigned' && { done: true as const }),
      answers: [report({ type: 'letter-assigned', rotationId: place, letterId: letter.id })],
    }),
  ];
}

function assignBy(letter: Letter, review: SeasonDate): Deadline {
  const uploadedOn = dayIn(EASTERN, letter.since);
  if (letter.status !== 'uploaded' || uploadedOn < review.day) return seasonDeadline(review);
  return dayDeadline(
    plusDays(uploadedOn, LATE_ASSIGNMENT_DAYS),
    ours('a week after the upload, since programs are already reading'),
  );
}

/** A writer whom we no longer email is called by the person who needs the letter. */
function call(of: Place): Matter[] {
  const { letter } = of;
  const { contact } = letter;
  if (!contact || contact.state === 'emailed' || !isOpen(letter)) return [];
  return [
    matter({
      ...base(of),
      rule: 'call-writer',
      whose: 'applicant',
      opens: contact.since,
      due: dayDeadline(plusDays(contact.since, 7), ours('a week after our emails stopped')),
      answers: [open('letters')],
    }),
  ];
}

/** The date a writer named is at or after the day on which programs begin to read. */
function promisedLate(of: Place): Matter[] {
  const { letter, view } = of;
  const review = view.season.dates['programs-review-opens'];
  if (!review || !letter.promised || !isOpen(letter) || letter.promised.by < review.day) return [];
  return [
    matter({
      ...base(of),
      kind: 'question',
      rule: 'promised-too-late',
      whose: 'applicant',
      opens: letter.promised.on,
      answers: [open('letters')],
    }),
  ];
}

/** A letter that no rotation gave and that does not come; a rotation's is asked for again by its own matter. */
function declined(of: Place): Matter[] {
  const { letter, dates, view, place } = of;
  const isReplaced = (view.facts.letters ?? []).some((other) => isComing(other));
  if (dates || place !== OWN_LETTERS || isReplaced) return [];
  const since = dayIn(EASTERN, letter.since);
  return [
    matter({
      ...base(of),
      rule: letter.status === 'declined' ? 'letter-declined' : 'call-writer',
      whose: 'applicant',
      opens: since,
      due: dayDeadline(plusDays(since, 7), ours('a week after the answer')),
      answers: [open('letters')],
    }),
  ];
}
