/** What happens during a rotation. */
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { rotationOf, type WordsOf } from './words-of.ts';

const feedback: WordsOf = (matter, view) => ({
  title: `ask for feedback at the ${nameOf(rotationOf(matter, view))}`,
  next: 'Ask an attending two things: what you could change to help the team more, and what to work on in the next two weeks.',
  why: 'Good feedback now is a reason to ask for a letter.',
  button: 'I got feedback',
});

const mentor: WordsOf = (matter, view) => ({
  title: `a talk with a mentor at the ${nameOf(rotationOf(matter, view))}`,
  next: 'Choose a faculty member who teaches you, and ask for a short talk before you leave.',
  why: 'They can tell you how you are doing, and may write for you.',
  button: 'Name the mentor',
});

const task: WordsOf = (matter, view) => {
  const given = rotationOf(matter, view).tasks?.[(matter.about.task ?? 1) - 1];
  return {
    title: `the summary of “${given?.title ?? 'your task'}”`,
    next: 'Tell the team what you found, in two or three minutes.',
    why: 'People remember a small task that is finished the next day.',
    button: 'Done',
  };
};

const started: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  return {
    title: `did the ${nameOf(rotation)} start?`,
    next: `Tell us whether the rotation at ${rotation.host.name} started.`,
    why: 'Until you answer, we assume that it did.',
    button: 'Yes, it started',
  };
};

const ended: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  return {
    title: `did the ${nameOf(rotation)} take place?`,
    next: `Tell us whether the rotation at ${rotation.host.name} took place to its last day.`,
    why: 'Until you answer, we assume that it did, and your plan continues.',
    button: 'Yes, it took place',
  };
};

export const ON_ROTATION_WORDS = {
  G15b: feedback,
  G18: mentor,
  G19: task,
  started,
  ended,
} satisfies Readonly<Record<string, WordsOf>>;
