/** What happens during a rotation. */
import type { Matter } from '#shared/agenda/matter.ts';
import { kindWord, nameOf } from '#shared/plan/rotation/kind.ts';
import { named, type WordsOf } from './words-of.ts';

export const ON_ROTATION_WORDS = {
  G15b: ({ rotation }) => ({
    ...named('ask for feedback', 'at', rotation),
    next: 'Ask an attending two things: what you could change to help the team more, and what to work on in the next two weeks.',
    why: 'Good feedback now is a reason to ask for a letter.',
    button: 'I got feedback',
  }),
  G18: ({ rotation }) => ({
    ...named('a talk with a mentor', 'at', rotation),
    next: 'Choose a faculty member who teaches you, and ask for a short talk before you leave.',
    why: 'They can tell you how you are doing, and may write for you.',
    button: 'Name the mentor',
  }),
  G19: ({ matter, rotation }) => ({
    title: `the summary of “${taskOf(matter, rotation.tasks)?.title ?? 'your task'}”`,
    next: 'Tell the team what you found, in two or three minutes.',
    why: 'People remember a small task that is finished the next day.',
    button: 'Done',
  }),
  /** What was typed is on the pages and in the email's body alone: a subject and a calendar can be read by others. */
  'own-task': ({ matter, rotation }) => {
    const set = taskOf(matter, rotation.ownTasks);
    return {
      ...named('a personal task', 'for', rotation),
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

function taskOf<Task>({ about }: Matter, tasks: readonly Task[] = []): Task | undefined {
  return tasks[(about.task ?? 1) - 1];
}
