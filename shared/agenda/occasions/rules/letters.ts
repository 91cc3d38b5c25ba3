import { type Day, plusDays, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { isComing, isInEras, isIrLetter, isOpen, type Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { letterDueDay, writerDueDay } from '#shared/plan/letters/due.ts';
import { askNext, lettersOf, placeIdOf } from '#shared/plan/letters/placed.ts';
import { isInUs, nameOf, OURS } from '#shared/plan/rotation/kind.ts';
import type { SeasonDate } from '#shared/world/season/season.ts';
import {
  type Deadline,
  dayDeadline,
  seasonDayDeadline,
  seasonDeadline,
  type View,
} from '../occasion.ts';
import { rule } from '../rule.ts';

/** The guide's day is as certain as ERAS's own; what is later than that is counted by us, and says so. */
function letterDeadline(due: Day, submit: SeasonDate): Deadline {
  if (due === plusMonths(submit.day, -3)) {
    return seasonDayDeadline(due, submit, '3 months before ERAS submission (guide)');
  }
  return dayDeadline(due, {
    certainty: 'estimated',
    source: `${OURS}: three weeks after the rotation, the request or the opening of ERAS, whichever is latest`,
  });
}

/** G10: a finished rotation whose letter nobody is writing. Programs-review is the hard target behind the due day. */
export const lettersInTime = rule({
  id: 'G10',
  source: 'guide, Ideal Timing in Relation to the Match',
  ladder: 'hard',
  subjects: ({ facts }) => facts.rotations.filter(({ stage }) => stage === 'request-letter'),
  subjectId: ({ id }) => `${id}/letter`,
  // An open letter is the writer's; the applicant is not nagged for what another holds.
  satisfied: ({ letters }) => letters.some((letter) => isOpen(letter) || isInEras(letter)),
  says: (rotation, { season, facts }) => {
    const submit = season.dates['eras-submit-opens'];
    const review = season.dates['programs-review-opens'];
    if (!rotation.dates || !submit || !review) return undefined;
    return {
      rotationId: rotation.id,
      event: 'letter-asked',
      // Once the writer's ladder is spent the due day is past; what is left to save is the first review.
      deadline:
        rotation.status === 'not-progressing'
          ? seasonDeadline(review)
          : letterDeadline(letterDueDay(rotation.dates, season), submit),
      words: {
        title: `a letter from the ${nameOf(rotation)}`,
        next: askFor(rotation, facts),
        why: 'Programs read letters from the first day of review.',
        button: 'I asked',
      },
    };
  },
});

/** A spent ladder is followed by people, not by louder mail: call, and line up a back-up. */
function askFor({ id, letters }: Rotation, facts: Facts): string {
  if (letters.length === 0) return 'Ask a writer who saw your work.';
  const silent = letters.filter(({ status }) => status === 'not-progressing');
  const call = silent.map(({ writer }) => writer.name).join(' and ');
  const next = askNext(facts, id);
  return call ? `Call ${call}, and line up a back-up. ${next}` : next;
}

interface Promised {
  /** The rotation's id, or the word for none. */
  readonly place: string;
  readonly dates?: RotationDates;
  readonly letter: Letter;
}

/** G16b: a promised letter needs the ERAS Letter Request Form, which exists only once ERAS is open. */
export const letterRequestForm = rule<Promised>({
  id: 'G16b',
  source: 'guide, Securing Strong Letters of Recommendation; AAMC, Letters of Recommendation',
  ladder: 'hard',
  subjects: promisedLetters,
  subjectId: ({ place, letter }) => `${place}/${letter.id}`,
  satisfied: ({ letter }) => letter.status !== 'agreed',
  says: ({ place, dates, letter }, { season }) => {
    const opens = season.dates['eras-opens'];
    const submit = season.dates['eras-submit-opens'];
    if (!opens || !submit) return undefined;
    return {
      rotationId: place,
      event: 'letter-requested',
      opens: opens.day,
      deadline: letterDeadline(writerDueDay(letter, dates, season), submit),
      words: {
        title: `the Letter Request Form for ${letter.writer.name}`,
        next: `In MyERAS, confirm the letter entry and send ${letter.writer.name} the Letter Request Form.`,
        why: 'Without its Letter ID the writer cannot upload the letter.',
        button: 'The Letter Request Form is sent',
      },
    };
  },
});

/** The form is still not sent and programs are about to review: what a promised letter can lose. */
export const letterFormLastCall = rule<Promised>({
  id: 'letter-form-last-call',
  source: 'AAMC, Letters of Recommendation: the author uploads with the Letter ID of the form',
  ladder: 'last-call',
  subjects: promisedLetters,
  subjectId: ({ place, letter }) => `${place}/${letter.id}`,
  satisfied: ({ letter }) => letter.status !== 'agreed',
  says: ({ place, letter }, { season }) => {
    const review = season.dates['programs-review-opens'];
    return (
      review && {
        rotationId: place,
        event: 'letter-requested',
        opens: plusDays(review.day, -LAST_CALL_DAYS),
        deadline: seasonDeadline(review),
        words: {
          title: `the promised letter of ${letter.writer.name}`,
          next: `${letter.writer.name} promised a letter and has no Letter Request Form yet. Send it from MyERAS today.`,
          why: 'Programs read letters from the first day of review.',
          button: 'The Letter Request Form is sent',
        },
      }
    );
  },
});

/** Ours: a writer needs some days once the form has come. */
const LAST_CALL_DAYS = 14;

/** "Uploaded" is not "counted": a letter reaches programs only once it is assigned to them. */
export const assignLetter = rule<Promised>({
  id: 'assign-letter',
  source: 'AAMC, Letters of Recommendation: letters are assigned to programs in MyERAS',
  ladder: 'hard',
  subjects: promisedLetters,
  subjectId: ({ place, letter }) => `${place}/${letter.id}`,
  satisfied: ({ letter }) => letter.status !== 'uploaded',
  says: ({ place, letter }, { season }) => {
    const review = season.dates['programs-review-opens'];
    const opens = season.dates['eras-opens'];
    return (
      review && {
        rotationId: place,
        event: 'letter-assigned',
        ...(opens && { opens: opens.day }),
        deadline: assignBy(letter, review),
        words: {
          title: `assign the letter of ${letter.writer.name}`,
          next: `In MyERAS, assign the letter of ${letter.writer.name} to your programs, at most four letters each.`,
          why: 'A letter that is uploaded but not assigned is not seen by any program.',
          button: 'I assigned the letter to programs',
        },
      }
    );
  },
});

/** Ours: a letter that came after the first review still counts, and each week without it is a week unread. */
const LATE_ASSIGNMENT_DAYS = 7;

function assignBy(letter: Letter, review: SeasonDate): Deadline {
  const uploadedOn = dayIn(EASTERN, letter.since);
  if (uploadedOn < review.day) return seasonDeadline(review);
  return dayDeadline(plusDays(uploadedOn, LATE_ASSIGNMENT_DAYS), {
    certainty: 'estimated',
    source: `${OURS}: a week after the upload, since programs are already reading`,
  });
}

/** G17: at least one letter from IR faculty by the day programs review. */
export const lettersMissing = rule({
  id: 'G17',
  source: 'guide, Securing Strong Letters of Recommendation',
  ladder: 'hard',
  subjects: () => ['plan'],
  subjectId: (subject) => `${subject}/ir-letter`,
  satisfied: (_, { facts }) =>
    lettersOf(facts).some(
      ({ letter, rotation }) =>
        isIrLetter(letter) &&
        (isInEras(letter) || (isOpen(letter) && rotation?.stage !== 'closed')),
    ),
  says: (_, { season }: View) => {
    const review = season.dates['programs-review-opens'];
    const submit = season.dates['eras-submit-opens'];
    return (
      review &&
      submit && {
        opens: plusMonths(submit.day, -4),
        deadline: seasonDeadline(review),
        words: {
          title: 'a letter from IR faculty',
          next: 'Your plan shows no letter from IR faculty that is promised or uploaded. Choose a writer from an IR rotation and ask.',
          why: 'The guide asks for one or two letters from IR faculty, at least one from a US IR rotation.',
          button: 'Open my plan',
        },
      }
    );
  },
});

/** G17b: one letter from another US clinical month, or from a research mentor. */
export const otherLetter = rule({
  id: 'G17b',
  source: 'guide, Securing Strong Letters of Recommendation',
  ladder: 'window',
  subjects: ({ facts }) => (facts.rotations.length > 0 ? ['plan'] : []),
  subjectId: (subject) => `${subject}/other-letter`,
  satisfied: (_, { facts }) =>
    lettersOf(facts).some(
      ({ letter, rotation }) => isComing(letter) && isOtherLetter(letter, rotation?.country),
    ),
  says: (_, { season }) => {
    const review = season.dates['programs-review-opens'];
    const submit = season.dates['eras-submit-opens'];
    return (
      review &&
      submit && {
        // A month after the letters from IR faculty (G17), which come first.
        opens: plusMonths(submit.day, -3),
        deadline: seasonDeadline(review),
        words: {
          title: 'a letter from outside IR',
          next: 'Ask somebody from a US month in DR, medicine or surgery, or a research mentor, for a letter.',
          why: 'The guide asks for one beside those from IR faculty; ERAS takes four a program.',
          button: 'Open my plan',
        },
      }
    );
  },
});

function isOtherLetter({ writer: { specialty } }: Letter, country: string | undefined): boolean {
  if (specialty === 'research') return true;
  return (
    country !== undefined &&
    isInUs({ country }) &&
    ['dr', 'surgery', 'medicine', 'icu'].includes(specialty)
  );
}

/** Letters of rotations that go on and have dates, and letters that no rotation gave. */
function promisedLetters({ facts }: View): Promised[] {
  return lettersOf(facts).flatMap((placed) => {
    const { letter, rotation } = placed;
    if (rotation && (!rotation.dates || rotation.stage === 'closed')) return [];
    const dates = rotation?.dates;
    return [{ place: placeIdOf(placed), letter, ...(dates && { dates }) }];
  });
}
