/** What a matter is called, what to do about it, and why: written once, for the person whose matter it is. */
import type { Matter } from '#shared/agenda/matter.ts';
import type { Note } from '#shared/agenda/note.ts';
import type { View } from '#shared/agenda/view.ts';
import { ARRIVAL_WORDS } from './arrival-words.ts';
import { CONFLICT_WORDS } from './conflict-words.ts';
import { COUNT_WORDS } from './count-words.ts';
import { LETTER_WORDS } from './letter-words.ts';
import { noteWords } from './note-words.ts';
import { ON_ROTATION_WORDS } from './on-rotation-words.ts';
import { PATH_WORDS } from './path-words.ts';
import { QUESTION_WORDS } from './question-words.ts';
import type { MatterWords, WordsOf } from './words-of.ts';

const WORDS: Readonly<Record<string, WordsOf>> = {
  ...PATH_WORDS,
  ...ARRIVAL_WORDS,
  ...CONFLICT_WORDS,
  ...ON_ROTATION_WORDS,
  ...LETTER_WORDS,
  ...COUNT_WORDS,
  ...QUESTION_WORDS,
};

/** Every rule that a matter can have; notes and the season's own days aside. */
export const MATTER_RULES: readonly string[] = Object.keys(WORDS);

/** Throws for a rule without words: every matter can be named. */
export function wordsOf(matter: Matter, view: View): MatterWords {
  if (matter.note) return ofNote(matter.note, matter, view);
  const words = WORDS[matter.rule];
  if (!words) throw new Error(`The rule ${matter.rule} has no words.`);
  return words(matter, view);
}

function ofNote({ reason }: Note, matter: Matter, view: View): MatterWords {
  const [text, fix] = noteWords(reason, matter, view);
  return { title: text, next: fix, why: text, button: 'Open your plan' };
}
