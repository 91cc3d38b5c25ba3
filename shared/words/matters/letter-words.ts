import type { View } from '#shared/agenda/matter.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { isLost, type Letter } from '#shared/plan/facts/letter.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import { askNext } from '#shared/plan/letters/placed.ts';
import { type MatterWordsByDay, named, type WordsOf } from './words-of.ts';

/** Explained beforehand, so that the packet is ready when the email is sent. */
const FIRST_EMAIL = '“Email the writer” sends the first email the next weekday.';

/** How to ask for a letter, and why: in person, from someone else, or after the rotation. */
const ASK = {
  inPerson: [
    `Ask in person whether they know your work well enough to write a strong letter. ${FIRST_EMAIL}`,
    'Your writer sees you daily until the last day. Afterward, your request is one email among many.',
  ],
  someoneElse: [
    'Ask another attending, one who saw your best work, in your last week.',
    'A lukewarm letter can weigh against you.',
  ],
  afterward: [
    `Ask a writer who saw your work, today. ${FIRST_EMAIL}`,
    'Nobody has been asked, and the letter is being lost.',
  ],
} as const;

export const LETTER_WORDS = {
  G15: ({ rotation, view }) => {
    const { id, letters, stage, feedback } = rotation;
    const title = named('ask for a letter', 'at', rotation, 'letter request');
    if (letters.some(isLost)) {
      const said = namesOf(letters, 'declined');
      const call = namesOf(letters, 'not-progressing');
      const first = [
        said && `${said} cannot write the letter. `,
        call && `Call ${call}, and arrange a backup letter: theirs did not come in time. `,
      ].join('');
      return { ...title, ...askAgain(`${first}${askNext(view.facts, id)}`, view) };
    }
    const [next, why] = isFinished(stage)
      ? ASK.afterward
      : feedback?.mood === 'mixed'
        ? ASK.someoneElse
        : ASK.inPerson;
    return { ...title, next, why, button: 'I asked' };
  },
  'letter-agreed': ({ letter: { writer } }) => ({
    title: `an answer from ${writer.name}`,
    lost: `${writer.name} did not answer in time`,
    next: 'Wait for the writer, and record the answer.',
    why: 'Without a yes there is no letter.',
    button: 'The writer agreed',
  }),
  G16b: ({ letter: { writer } }) => ({
    title: `the Letter Request Form for ${writer.name}`,
    listed: `Letter Request Form (${writer.name})`,
    next: `In MyERAS, choose whether you waive the right to see the letter, confirm the entry, and send ${writer.name} the Letter Request Form.`,
    why: 'Without its Letter ID the writer cannot upload. The waiver cannot be changed once the entry is confirmed.',
    button: 'I sent the Letter Request Form',
  }),
  'letter-uploaded': ({ letter: { writer } }) => ({
    title: `the letter from ${writer.name}`,
    lost: `the letter from ${writer.name} did not come in time`,
    next: 'Wait for the writer to upload the letter.',
    why: 'Programs read letters from the first day of review.',
    button: 'The letter is uploaded',
  }),
  'assign-letter': ({ letter: { writer } }) => ({
    title: `assign the letter from ${writer.name}`,
    listed: `letter assignment (${writer.name})`,
    next: `In MyERAS, assign the letter from ${writer.name} to your programs, at most four letters each.`,
    why: 'No program sees a letter that is uploaded but not assigned.',
    button: 'I assigned the letter to programs',
  }),
  'call-writer': ({ letter: { writer, status, contact } }) => ({
    title: `call ${writer.name} about the letter`,
    next:
      status === 'not-progressing'
        ? 'The due day passed without the letter. Call, and arrange a backup letter.'
        : contact?.state === 'unreachable'
          ? 'The email address does not take our emails. Call, and ask for another one.'
          : 'They asked us to stop emailing them. Call, and arrange a backup letter.',
    why: 'From now on, only you can remind them.',
    button: 'Open the letter',
  }),
  'promised-too-late': ({ letter: { writer, promised }, view }) => {
    const review = view.season.dates['programs-review-opens'];
    return {
      title: `${writer.name} named a late date for the letter`,
      next: `${writer.name} will upload by ${promised ? phraseDay(promised.by) : 'a later day'}${review ? `, and programs start to review on ${phraseDay(review.day)}` : ''}. Ask for an earlier date, or arrange a backup letter.`,
      why: 'A letter that comes later is added, but it misses the first review.',
      button: 'Open the letter',
    };
  },
  'letter-declined': ({ matter, letter, view }) => ({
    title: `${letter.writer.name} cannot write the letter`,
    ...askAgain(askNext(view.facts, matter.about.rotationId), view),
  }),
} satisfies Readonly<Record<string, WordsOf>>;

/** A letter that comes once programs have begun to review is still added. */
function askAgain(next: string, { season }: View): Omit<MatterWordsByDay, 'title'> {
  const review = season.dates['programs-review-opens'];
  return {
    next,
    why: 'A second writer asked now still has time before programs review.',
    ...(review && {
      afterward: {
        after: plusDays(review.day, -1),
        why: 'A letter that comes later misses the first review but can still be added.',
      },
    }),
    button: 'I asked someone else',
  };
}

/** A writer may have been asked twice. */
function namesOf(letters: readonly Letter[], status: Letter['status']): string {
  const names = letters.filter((each) => each.status === status).map(({ writer }) => writer.name);
  return [...new Set(names)].join(' and ');
}
