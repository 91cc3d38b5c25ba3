/** What the guide counts, and the application itself. */
import { isInUs } from '#shared/plan/rotation/kind.ts';
import type { WordsOf } from './words-of.ts';

const application: WordsOf = () => ({
  title: 'submit the ERAS application',
  next: 'Submit your ERAS application before programs begin to review.',
  why: 'Applications sent any day before that count the same; later ones are read later.',
  button: 'I submitted it',
});

const targets: WordsOf = () => ({
  title: 'the list of target programs',
  next: 'Decide whether IR is what you want, start IR research or exposure, and list target programs with their visiting policies.',
  why: 'The guide sets these three tasks 12 to 18 months before the Match, since hosts fill early.',
  button: 'Add a rotation',
});

const irAway: WordsOf = () => ({
  title: 'an IR rotation in the US',
  next: 'Add an IR rotation at a US academic center.',
  why: 'The guide recommends one or two, since the letters that count most come from there.',
  button: 'Add a rotation',
});

const otherUs: WordsOf = (_, { facts }) => ({
  title: 'a US rotation outside IR',
  next: 'Consider a US rotation in DR, medicine, surgery, or ICU.',
  why: facts.rotations.some((each) => each.stage !== 'closed' && isInUs(each))
    ? 'The guide recommends one or two, and a letter from there complements those from IR.'
    : 'Your plan has no US rotation yet, and programs look for US clinical experience.',
  button: 'Add a rotation',
});

const us: WordsOf = ({ count }) => ({
  title: 'a second US rotation',
  next: `Add a US rotation: the guide recommends ${count?.least ?? 2} to ${count?.most ?? 4}, one or two of them in IR.`,
  why: 'Programs look for US clinical experience, and one application may fail.',
  button: 'Add a rotation',
});

const handsOn: WordsOf = () => ({
  title: 'a hands-on IR or DR rotation',
  next: 'Add one hands-on rotation in IR or DR. Observerships alone do not show how you work.',
  why: 'The guide asks for at least one.',
  button: 'Add a rotation',
});

const early: WordsOf = () => ({
  title: 'an early IR or DR rotation',
  next: 'Complete one rotation in IR or DR, at home or visiting, and ask for an early letter.',
  why: 'It confirms your interest and gives you a first letter before the visiting season.',
  button: 'Add a rotation',
});

const finalLetters: WordsOf = () => ({
  title: 'the final letters',
  next: 'No letter is promised or in ERAS. Ask an attending who saw your work; once ERAS opens, each writer needs the Letter Request Form.',
  why: 'The guide wants them three to four months before ERAS submission, or soon after a later rotation.',
  button: 'Open your letters',
});

const irLetter: WordsOf = () => ({
  title: 'a letter from IR faculty',
  next: 'No IR faculty member has promised or uploaded a letter. Choose a writer from an IR rotation and ask.',
  why: 'The guide asks for one or two letters from IR faculty, at least one from a US IR rotation.',
  button: 'Open your letters',
});

const otherLetter: WordsOf = () => ({
  title: 'a letter from outside IR',
  next: 'Ask someone from a US rotation in DR, medicine, or surgery, or a research mentor, for a letter.',
  why: 'The guide asks for one in addition to those from IR faculty; a program takes four.',
  button: 'Open your letters',
});

const stories: WordsOf = () => ({
  title: 'two or three rotation stories',
  next: 'Write down a challenging case, a piece of teamwork, and feedback that you acted on.',
  why: 'Interviewers ask for them, and details fade.',
  button: 'Write a story',
});

export const COUNT_WORDS = {
  G11: application,
  G7: targets,
  G1: irAway,
  G3: otherUs,
  G4: us,
  G22: handsOn,
  G8: early,
  G10: finalLetters,
  G17: irLetter,
  G17b: otherLetter,
  G20: stories,
} satisfies Readonly<Record<string, WordsOf>>;
