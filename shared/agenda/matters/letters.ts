/** Letters of recommendation: asking for one, and each one on its way from the writer's yes to the programs. */
import { LETTERS_PER_ROTATION_MAX } from '#shared/base/limits.ts';
import { type Day, earliest, latest, plusDays, plusMonths } from '#shared/base/time/day.ts';
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
import { isClinical } from '#shared/plan/rotation/kind.ts';
import { midpointOf } from '#shared/plan/rotation/moments.ts';
import { grantsLetters } from '#shared/plan/rotation/site.ts';
import type { SeasonDate } from '#shared/world/season/season.ts';
import { open, report } from '../answer.ts';
import { type Deadline, entered, ours, seasonDeadline } from '../deadline.ts';
import {
  type Draft,
  idOf,
  type Matter,
  matter,
  ofRotation,
  type Party,
  type View,
} from '../matter.ts';

/** Our default: with mixed feedback the letter is asked for in the last week, when more work has been seen. */
const LAST_WEEK_DAYS = 7;
/** Our default: a mentor has seen the work by then, however long the stay. */
const RESEARCH_DAYS_BEFORE_END = 14;
/** Our default: with nobody asked this long after the end, the letter is being lost. */
const UNASKED_DAYS_AFTER_END = 21;
/** Our default: a letter that comes after the first review still counts, but each week without it is a week unread. */
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

/** A letter of this rotation is asked for: from the midpoint, or the last two weeks of research, at the latest three weeks after the last day. */
function askMatter(rotation: Rotation, { world, season }: View): Matter[] {
  const { id: rotationId, dates, stage, letters, feedback } = rotation;
  const isToBe = isCommitted(stage) || isFinished(stage);
  if (!dates || !isToBe || !grantsLetters(rotation, world)) return [];
  const [opens, end] = isClinical(rotation)
    ? [
        feedback?.mood === 'mixed' ? plusDays(dates.end, -LAST_WEEK_DAYS) : midpointOf(dates),
        dates.end,
      ]
    : daysToAskMentor(dates, season);
  return [
    matter({
      ...ofRotation(rotation, 'G15', 'letter', 'letter'),
      stake: 'letter',
      opens,
      until: season.dates['match-day']?.day,
      safeBy: end,
      due: ours(
        plusDays(end, UNASKED_DAYS_AFTER_END),
        end === dates.end
          ? 'three weeks after it ends'
          : 'about two months before ERAS applications are submitted',
      ),
      hard: true,
      done: letters.some((letter) => !isLost(letter)),
      answers: [
        letters.length < LETTERS_PER_ROTATION_MAX
          ? report({ type: 'letter-asked', rotationId }, 'writer')
          : open('letters'),
        ...(isFinished(stage) ? [report({ type: 'finished-without-letter', rotationId })] : []),
      ],
    }),
  ];
}

/** In the last two weeks; where the stay outlasts the season, when the guide wants letters to be final (G10). */
function daysToAskMentor({ start, end }: RotationDates, { dates }: View['season']): [Day, Day] {
  const submit = dates['eras-submit-opens'];
  const byEnd = plusDays(end, -RESEARCH_DAYS_BEFORE_END);
  const opens = latest(start, submit ? earliest(byEnd, plusMonths(submit.day, -3)) : byEnd);
  return [opens, earliest(end, plusDays(opens, RESEARCH_DAYS_BEFORE_END))];
}

function oneLetter(placed: PlacedLetter, view: View): Matter[] {
  const of = drafterOf(placed, view);
  if (isLost(placed.letter)) return replaced(placed, of, view);
  return [...onItsWay(placed, of, view), ...inTrouble(placed, of, view)];
}

type LetterEvent =
  | 'letter-agreed'
  | 'letter-declined'
  | 'letter-requested'
  | 'letter-uploaded'
  | 'letter-assigned';

type Drafter = ReturnType<typeof drafterOf>;

/** Writes the matters of one letter, and their answers. */
function drafterOf(placed: PlacedLetter, { season }: View) {
  const { letter, rotation } = placed;
  const place = placeIdOf(placed);
  const subject = `${place}/${letter.id}`;
  return {
    subject,
    matterOf: (rule: string, whose: Party, rest: Partial<Draft>) =>
      matter({
        rule,
        whose,
        subject,
        kind: 'letter',
        stake: 'letter',
        about: { ...(rotation && { rotationId: rotation.id }), letterId: letter.id },
        until: season.dates['match-day']?.day,
        ...rest,
      }),
    reports: (type: LetterEvent, ...asks: string[]) =>
      report({ type, rotationId: place, letterId: letter.id }, ...asks),
  };
}

/** A letter from outside the rotations that does not come; a rotation's is asked for again by its own matter. */
function replaced(placed: PlacedLetter, { matterOf }: Drafter, { facts }: View): Matter[] {
  const { letter, rotation } = placed;
  const isReplaced = (facts.letters ?? []).some((other) => isComing(other));
  if (rotation?.dates || placeIdOf(placed) !== OWN_LETTERS || isReplaced) return [];
  const since = dayIn(EASTERN, letter.since);
  return [
    matterOf(letter.status === 'declined' ? 'letter-declined' : 'call-writer', 'applicant', {
      opens: since,
      due: ours(plusDays(since, 7), 'a week after the answer'),
      answers: [open('letters')],
    }),
  ];
}

/** From the writer's yes to the programs. */
function onItsWay(
  { letter, rotation }: PlacedLetter,
  { matterOf, reports, subject }: Drafter,
  { season }: View,
): Matter[] {
  const { status, promised } = letter;
  const { 'eras-opens': opens, 'programs-review-opens': review } = season.dates;
  const awaited = awaitedOn(letter, rotation, season);
  const matters = [
    matterOf('letter-agreed', 'writer', {
      heldBy: status === 'asked' ? { party: 'writer', since: letter.askedOn } : undefined,
      done: status !== 'asked',
      answers: [reports('letter-agreed'), reports('letter-declined')],
    }),
  ];
  if (opens && review) {
    // The Letter Request Form exists only once ERAS is open; without its Letter ID the writer cannot upload.
    const due = seasonDeadline(review);
    matters.push(
      matterOf('G16b', 'applicant', {
        needs: [idOf('letter-agreed', subject)],
        opens: opens.day,
        safeBy: earliest(writerDueDay(letter, rotation, season), due.day),
        due,
        hard: true,
        done: status === 'requested' || isInEras(letter),
        answers: [reports('letter-requested', 'erasLetterId')],
      }),
    );
  }
  matters.push(
    matterOf('letter-uploaded', 'writer', {
      needs: [idOf('G16b', subject)],
      due: promised
        ? entered(awaited, 'the day the writer named')
        : ours(awaited, 'three weeks after the rotation, the request, or the opening of ERAS'),
      ...(status === 'requested' && {
        heldBy: { party: 'writer', since: dayIn(EASTERN, letter.since) },
      }),
      done: isInEras(letter),
      answers: [reports('letter-uploaded'), reports('letter-declined')],
    }),
  );
  // "Uploaded" is not "counted": a letter reaches programs only once it is assigned to them.
  if (review)
    matters.push(
      matterOf('assign-letter', 'applicant', {
        needs: [idOf('letter-uploaded', subject)],
        opens: opens?.day,
        due: assignBy(letter, review),
        hard: true,
        done: status === 'assigned',
        answers: [reports('letter-assigned')],
      }),
    );
  return matters;
}

/** A writer whom we no longer email is called by the person who needs the letter; a promise may be too late. */
function inTrouble({ letter }: PlacedLetter, { matterOf }: Drafter, { season }: View): Matter[] {
  if (!isOpen(letter)) return [];
  const { contact, promised } = letter;
  const review = season.dates['programs-review-opens'];
  const answers = [open('letters')];
  return [
    ...(contact && contact.state !== 'emailed'
      ? [
          matterOf('call-writer', 'applicant', {
            opens: contact.since,
            due: ours(plusDays(contact.since, 7), 'a week after our emails stopped'),
            answers,
          }),
        ]
      : []),
    ...(review && promised && promised.by >= review.day
      ? [
          matterOf('promised-too-late', 'applicant', {
            kind: 'question',
            opens: promised.on,
            answers,
          }),
        ]
      : []),
  ];
}

function assignBy(letter: Letter, review: SeasonDate): Deadline {
  const uploadedOn = dayIn(EASTERN, letter.since);
  if (letter.status !== 'uploaded' || uploadedOn < review.day) return seasonDeadline(review);
  return ours(
    plusDays(uploadedOn, LATE_ASSIGNMENT_DAYS),
    'a week after the upload, since programs are already reading',
  );
}
