/** Once the host has accepted: the visa or ESTA, the journey, and what happens during the rotation. */
import type { Matter } from '#shared/agenda/matter.ts';
import { WAIT_UNKNOWN_DAYS } from '#shared/agenda/matters/step-times.ts';
import { counted, sentences } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { interviewOn } from '#shared/plan/documents/entry-paper.ts';
import { latestOf } from '#shared/plan/documents/judge.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { kindWord, nameOf } from '#shared/plan/rotation/kind.ts';
import { type MatterWordsByDay, named, type WordsOf } from './words-of.ts';

export const ACCEPTED_WORDS = {
  G13: ({ rotation, rotations, view }) => {
    const { visaWaitDays } = view.facts.profile;
    const isAccepted = rotations.every(({ stage }) => isCommitted(stage));
    const fee = !isAccepted && 'The visa fee is not refunded if the host says no.';
    const wait =
      visaWaitDays === undefined
        ? `With a wait of ${counted(WAIT_UNKNOWN_DAYS, 'day')}, our estimate`
        : 'With the wait you entered';
    return {
      ...namedForAll('visa appointment', rotation, rotations),
      next:
        visaWaitDays === undefined
          ? 'Look up the wait at your consulate, and book the appointment.'
          : `Book the visa appointment: ${
              visaWaitDays === 0
                ? 'you entered that there is no wait'
                : `the wait you entered is ${counted(visaWaitDays, 'day')}`
            }.`,
      why: sentences('Long waits cost more rotations than refusals do.', servesAll(rotations), fee),
      button: 'I booked the appointment',
      late: {
        next: 'Book it today, and ask the consulate for an expedited appointment. Otherwise ask the host for later dates.',
        why: sentences(`${wait}, the visa may not be in your passport on the first day.`, fee),
      },
    };
  },
  visa: ({ matter, rotation, rotations, view }) => {
    const visaAppointmentOn = interviewOn(rotation, view.facts, view.world);
    return {
      ...namedForAll('visa', rotation, rotations),
      next: visaAppointmentOn
        ? `Interview on ${phraseDay(visaAppointmentOn)}: bring the acceptance letter, and record the visa once your passport is back.`
        : 'Go to the interview with the acceptance letter, and wait for the passport.',
      why: sentences('You cannot start without it.', servesAll(rotations)),
      ...(visaAppointmentOn && {
        afterward: {
          after: visaAppointmentOn,
          next: `Your interview was on ${phraseDay(visaAppointmentOn)}: record the visa once your passport is back.`,
        },
      }),
      button: 'I have it',
      ...(matter.impossible && {
        late: {
          next: 'Ask the consulate for an expedited appointment, or the host for later dates.',
          why: 'The appointment is after the last day the visa can still be in your passport.',
        },
      }),
    };
  },
  esta: ({ rotation, host, view }) => {
    const isRefused = host?.offering.read?.visaRefused?.includes('WT');
    const ends = latestOf(view.facts.documents, 'esta')?.expiresOn;
    const isTooShort = ends && rotation.dates && ends < rotation.dates.start;
    return {
      ...named('ESTA', 'for', rotation),
      next: 'Apply for the ESTA on its official website, and ask at the border to enter for business (WB), not as a tourist (WT).',
      why: sentences(
        isTooShort && `The one you have expires on ${phraseDay(ends)}, before the rotation starts.`,
        isRefused && `${rotation.host.name} refuses visitors who entered as tourists.`,
        'Without an approved ESTA, the airline will not let you board.',
      ),
      button: 'It is approved',
    };
  },
  housing: ({ rotation }) => ({
    ...named('housing', 'for', rotation),
    next: 'Find housing near the hospital for the whole rotation.',
    why: 'Housing costs more at the last minute.',
    button: 'I found housing',
  }),
  flight: ({ rotation }) => ({
    ...named('flight', 'for', rotation),
    next: 'Book the flight, and arrive three days early.',
    why: 'A delayed flight should not cost you the first day.',
    button: 'I booked a flight',
  }),
  G15b: ({ rotation }) => ({
    ...named('ask for feedback', 'at', rotation, 'feedback'),
    next: 'Ask an attending two things: what you could change to help the team more, and what to work on in the next two weeks.',
    why: 'Good feedback now is a reason to ask for a letter.',
    button: 'I got feedback',
  }),
  G18: ({ rotation }) => ({
    ...named('a talk with a mentor', 'at', rotation, 'talk with a mentor'),
    next: 'Choose a faculty member who teaches you, and ask for a short talk before you leave.',
    why: 'They can tell you how you are doing, and may write for you.',
    button: 'Name the mentor',
  }),
  G19: ({ matter, rotation }) => {
    const listed = `summary of “${taskOf(matter, rotation.tasks)?.title ?? 'your task'}”`;
    return {
      title: `the ${listed}`,
      listed,
      next: 'Tell the team what you found, in two or three minutes.',
      why: 'People remember a small task that is finished the next day.',
      button: 'Done',
    };
  },
  /** What was typed is on the pages and in the email's body alone: a subject and a calendar can be read by others. */
  'own-task': ({ matter, rotation }) => {
    const set = taskOf(matter, rotation.ownTasks);
    return {
      ...named('a personal task', 'for', rotation, 'personal task'),
      next: set ? `You wrote: “${set.title}”.` : 'Open your plan to read the task.',
      why: 'You asked us to remind you.',
      button: 'Done',
    };
  },
  started: ({ rotation }) => ({
    title: `did the ${nameOf(rotation)} start?`,
    next: `Tell us whether the ${kindWord(rotation)} at ${rotation.host.name} started.`,
    why: 'Until you answer, we assume that it did.',
    button: 'Yes, it started',
  }),
  ended: ({ rotation }) => ({
    title: `did the ${nameOf(rotation)} take place?`,
    next: `Tell us whether the ${kindWord(rotation)} at ${rotation.host.name} took place to its last day.`,
    why: 'Until you answer, we assume that it did, and your plan continues.',
    button: 'Yes, it took place',
  }),
} satisfies Readonly<Record<string, WordsOf>>;

/** What the consulate decides, and nobody reads as given. */
function servesAll({ length }: readonly Rotation[]): string | false {
  const all = length === 2 ? 'both rotations' : 'all these rotations';
  return length > 1 && `One visa can cover ${all} if it is valid through the last one.`;
}

/** Once it is too late, it is lost for the earliest alone: the others then get a step of their own. */
function namedForAll(
  short: string,
  earliest: Rotation,
  rotations: readonly Rotation[],
): Pick<MatterWordsByDay, 'title' | 'short' | 'lost'> {
  const alone = named(short, 'for', earliest);
  const others = rotations.filter((each) => each !== earliest).map((each) => `the ${nameOf(each)}`);
  if (others.length === 0) return alone;
  return {
    title: LIST.format([alone.title, ...others]),
    short: `${short} (also for ${LIST.format(others)})`,
    lost: `no longer possible: ${alone.title}`,
  };
}

const LIST = new Intl.ListFormat('en-US');

function taskOf<Task>({ about }: Matter, tasks: readonly Task[] = []): Task | undefined {
  return tasks[(about.task ?? 1) - 1];
}
