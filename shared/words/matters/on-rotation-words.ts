/** What happens during a rotation. */
import { kindWord, nameOf } from '#shared/plan/rotation/kind.ts';
import { named, rotationOf, type WordsOf } from './words-of.ts';

export const ON_ROTATION_WORDS = {
  G15b: (matter, view) => ({
    ...named('ask for feedback', 'at', rotationOf(matter, view)),
    next: 'Ask an attending two things: what you could change to help the team more, and what to work on in the next two weeks.',
    why: 'Good feedback now is a reason to ask for a letter.',
    button: 'I got feedback',
  }),
  G18: (matter, view) => ({
    ...named('a talk with a mentor', 'at', rotationOf(matter, view)),
    next: 'Choose a faculty member who teaches you, and ask for a short talk before you leave.',
    why: 'They can tell you how you are doing, and may write for you.',
    button: 'Name the mentor',
  }),
  G19: (matter, view) => {
    const given = rotationOf(matter, view).tasks?.[(matter.about.task ?? 1) - 1];
    return {
      title: `the summary of “${given?.title ?? 'your task'}”`,
      next: 'Tell the team what you found, in two or three minutes.',
      why: 'People remember a small task that is finished the next day.',
      button: 'Done',
    };
  },
  /** What was typed is on the pages and in the email's body alone: a subject and a calendar can be read by others. */
  'own-task': (matter, view) => {
    const rotation = rotationOf(matter, view);
    const set = rotation.ownTasks?.[(matter.about.task ?? 1) - 1];
    return {
      ...named('a personal task', 'for', rotation),
      next: set ? `You wrote: “${set.title}”.` : 'Open your plan to read the task.',
      why: 'You asked us to remind you.',
      button: 'Done',
    };
  },
  started: (matter, view) => {
    const rotation = rotationOf(matter, view);
    return {
      title: `did the ${nameOf(rotation)} start?`,
      next: `Tell us whether the ${kindWord(rotation)} at ${rotation.host.name} started.`,
      why: 'Until you answer, we assume that it did.',
      button: 'Yes, it started',
    };
  },
  ended: (matter, view) => {
    const rotation = rotationOf(matter, view);
    return {
      title: `did the ${nameOf(rotation)} take place?`,
      next: `Tell us whether the ${kindWord(rotation)} at ${rotation.host.name} took place to its last day.`,
      why: 'Until you answer, we assume that it did, and your plan continues.',
      button: 'Yes, it took place',
    };
  },
} satisfies Readonly<Record<string, WordsOf>>;
