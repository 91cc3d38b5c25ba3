/** What the guide counts, and the application itself. */
import { plusDays } from '#shared/base/time/day.ts';
import { isInUs, wasDone } from '#shared/plan/rotation/kind.ts';
import { onPlan } from '#shared/plan/rotation/on-plan.ts';
import type { WordsOf } from './words-of.ts';

/** Our default: in fewer days nobody completes a rotation. */
const SHORTEST_DAYS = 14;

export const COUNT_WORDS = {
  G11: () => ({
    title: 'submit the ERAS application',
    next: 'Submit your ERAS application before programs begin to review.',
    why: 'Applications sent any day before that count the same; later ones are read later.',
    late: {
      next: 'Submit your ERAS application today: programs have begun to review.',
      why: 'Applications that come later are read later.',
    },
    button: 'I submitted it',
  }),
  G7: () => ({
    title: 'the list of target programs',
    next: 'Decide whether IR is what you want, start IR research or exposure, and list target programs with their visiting policies.',
    why: 'The guide sets these three tasks 12 to 18 months before the Match, since hosts fill early.',
    button: 'Add a rotation',
  }),
  G1: () => ({
    title: 'an IR rotation in the US',
    next: 'Add an IR rotation at a US academic center.',
    why: 'The guide recommends one or two, since the letters that count most come from there.',
    button: 'Add a rotation',
  }),
  G3: ({ view: { facts } }) => ({
    title: 'a US rotation outside IR',
    next: 'Consider a US rotation in DR, medicine, surgery, or ICU.',
    why: facts.rotations.some((each) => isInUs(each) && (each.stage !== 'closed' || wasDone(each)))
      ? 'The guide recommends one or two, and a letter from there complements those from IR.'
      : 'Your plan has no US rotation yet, and programs look for US clinical experience.',
    button: 'Add a rotation',
  }),
  G4: ({ matter: { count } }) => ({
    title: 'a second US rotation',
    next: `Add a US rotation: the guide recommends ${count?.least ?? 2} to ${count?.most ?? 4}, one or two of them in IR.`,
    why: 'Programs look for US clinical experience, and one application may fail.',
    button: 'Add a rotation',
  }),
  G22: () => ({
    title: 'a hands-on IR or DR rotation',
    next: 'Add one hands-on rotation in IR or DR. Observerships alone do not show how you work.',
    why: 'The guide asks for at least one.',
    button: 'Add a rotation',
  }),
  G8: ({ matter: { due } }) => ({
    title: 'an early IR or DR rotation',
    next: 'Complete one rotation in IR or DR, at home or visiting, and ask for an early letter.',
    ...(due && {
      afterward: {
        after: plusDays(due.day, -SHORTEST_DAYS),
        next: 'If you have done one, or will have by that day, add it to your plan. A later one still gives you a letter.',
      },
    }),
    why: 'It confirms your interest and gives you a first letter before the visiting season.',
    button: 'Add a rotation',
  }),
  G10: ({ view }) => {
    const opens = view.season.dates['eras-opens'];
    const ask =
      'No writer has agreed yet, and no letter is in ERAS. Ask an attending who saw your work;';
    return {
      title: 'the final letters',
      next: `${ask} once ERAS opens, each writer needs the Letter Request Form.`,
      ...(opens && {
        afterward: {
          after: plusDays(opens.day, -1),
          next: `${ask} each writer needs the Letter Request Form from ERAS.`,
        },
      }),
      why: 'The guide wants them three to four months before ERAS submission, or soon after a later rotation.',
      button: 'Open your letters',
    };
  },
  G17: ({ view: { facts } }) => ({
    title: 'a letter from IR faculty',
    next: `No IR faculty member has agreed to write a letter. ${
      onPlan(facts).some(({ specialty }) => specialty === 'ir')
        ? 'Choose a writer from an IR rotation and ask.'
        : 'Add an IR rotation, or ask IR faculty who know your work.'
    }`,
    why: 'The guide asks for one or two letters from IR faculty, at least one from a US IR rotation.',
    button: 'Open your letters',
  }),
  G17b: () => ({
    title: 'a letter from outside IR',
    next: 'Ask someone from a US rotation in DR, medicine, or surgery, or a research mentor, for a letter.',
    why: 'The guide asks for one in addition to those from IR faculty; a program takes four.',
    button: 'Open your letters',
  }),
  G20: () => ({
    title: 'two or three rotation stories',
    next: 'Write down a challenging case, a piece of teamwork, and feedback that you acted on.',
    why: 'Interviewers ask for them, and details fade.',
    button: 'Write a story',
  }),
} satisfies Readonly<Record<string, WordsOf>>;
