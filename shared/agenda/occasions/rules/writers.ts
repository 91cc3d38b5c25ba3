/** What a writer's answer, or their silence, asks of the applicant. */

import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { isComing, isOpen, type Letter } from '#shared/plan/facts/letter.ts';
import { askNext, lettersOf, type PlacedLetter, placeIdOf } from '#shared/plan/letters/placed.ts';
import { OURS } from '#shared/plan/rotation/kind.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import { dayDeadline, type View } from '../occasion.ts';
import { rule } from '../rule.ts';

/** Letters of rotations that go on, and of none. */
function living({ facts }: View): PlacedLetter[] {
  return lettersOf(facts).filter(({ rotation }) => rotation?.stage !== 'closed');
}

function subjectOf(placed: PlacedLetter): string {
  return `${placeIdOf(placed)}/${placed.letter.id}`;
}

function answered(day: PlacedLetter['letter']['askedOn'], what: string) {
  return dayDeadline(day, { certainty: 'estimated', source: `${OURS}: the day on which ${what}` });
}

/** A writer declined: the next step, and the next candidate. */
export const letterDeclined = rule<PlacedLetter>({
  id: 'letter-declined',
  source: 'ours, from the writer’s answer',
  ladder: 'prompt',
  subjects: (view) => living(view).filter(({ letter }) => letter.status === 'declined'),
  subjectId: subjectOf,
  // Another one at the same place is on its way.
  satisfied: ({ rotation }, { facts }) =>
    (rotation?.letters ?? facts.letters ?? []).some((letter) => isComing(letter)),
  says: ({ letter, rotation }, { facts }) => ({
    rotationId: rotation?.id ?? placeIdOf({ letter }),
    isMoment: true,
    event: 'letter-asked',
    deadline: answered(dayIn(EASTERN, letter.since), 'the writer answered'),
    words: {
      title: `${letter.writer.name} cannot write the letter`,
      next: askNext(facts, rotation?.id),
      why: 'A second writer asked now still has time before programs review.',
      button: 'I asked someone else',
    },
  }),
});

/**
 * Who is not emailed any more, or let a ladder be spent, is called: by the person who needs the letter. A rotation's spent
 * letter is spoken of by G10.
 */
export const callWriter = rule<PlacedLetter>({
  id: 'call-writer',
  source: 'ours, from the writer’s answer or their mail system’s',
  ladder: 'prompt',
  subjects: (view) =>
    living(view).filter(
      ({ letter, rotation }) =>
        letter.contact && (isOpen(letter) || (!rotation && isSpent(letter))),
    ),
  subjectId: subjectOf,
  satisfied: ({ letter }) => isOpen(letter) && letter.contact?.state === 'mailed',
  says: ({ letter, rotation }) => ({
    rotationId: rotation?.id ?? placeIdOf({ letter }),
    isMoment: true,
    deadline: isSpent(letter)
      ? answered(dayIn(EASTERN, letter.since), 'the due day passed')
      : answered(letter.contact?.since ?? letter.askedOn, 'the emails stopped'),
    words: {
      title: `call ${letter.writer.name} about the letter`,
      next: callWords(letter),
      why: 'From now on nobody reminds them but you.',
      button: 'Open the letter',
    },
  }),
});

function isSpent({ status }: Letter): boolean {
  return status === 'not-progressing';
}

function callWords(letter: Letter): string {
  if (isSpent(letter)) return 'The due day passed without the letter. Call, and line up a back-up.';
  return letter.contact?.state === 'unreachable'
    ? 'The email address does not take our emails. Call, and ask for another one.'
    : 'They want no more emails from us. Call, and line up a back-up.';
}

/** The date a writer named lies at or after the day on which programs begin to read. */
export const promisedTooLate = rule<PlacedLetter>({
  id: 'promised-too-late',
  source: 'AAMC, ERAS timeline: programs begin to review applications on one day',
  ladder: 'prompt',
  subjects: (view) =>
    living(view).filter(({ letter }) => letter.promised !== undefined && isOpen(letter)),
  subjectId: subjectOf,
  satisfied: ({ letter }, { season }) => {
    const review = season.dates['programs-review-opens'];
    return !review || !letter.promised || letter.promised.by < review.day;
  },
  says: ({ letter, rotation }, { season }) => {
    const review = season.dates['programs-review-opens'];
    const { promised, writer } = letter;
    if (!review || !promised) return undefined;
    return {
      rotationId: rotation?.id ?? placeIdOf({ letter }),
      isMoment: true,
      deadline: answered(promised.on, 'the writer named the date'),
      words: {
        title: `${writer.name} named a late date for the letter`,
        next: `${writer.name} will upload by ${phraseDay(promised.by)}. Programs review from ${phraseDay(review.day)} (${certaintyWords(review.certainty, 'applicant')}). Ask for an earlier date, or line up a back-up.`,
        why: 'A letter that comes later is added, but not there at the first reading.',
        button: 'Open the letter',
      },
    };
  },
});
