/** What a matter is called, what to do about it, and why: written once, for the person it belongs to. */
import type { Matter, View } from '#shared/agenda/matter.ts';
import type { Note, NoteReason } from '#shared/agenda/note.ts';
import type { StandingName } from '#shared/agenda/standings.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { ARRIVAL_WORDS } from './arrival-words.ts';
import { CONFLICT_WORDS } from './conflict-words.ts';
import { COUNT_WORDS } from './count-words.ts';
import { LETTER_WORDS } from './letter-words.ts';
import { lossWordsOf } from './loss-words.ts';
import { ON_ROTATION_WORDS } from './on-rotation-words.ts';
import { PATH_WORDS } from './path-words.ts';
import { PLAN_NOTE_WORDS } from './plan-note-words.ts';
import { QUESTION_WORDS } from './question-words.ts';
import { ROTATION_NOTE_WORDS } from './rotation-note-words.ts';
import {
  type MatterWords,
  type NotePhrases,
  type NoteWords,
  type Setting,
  settingOf,
  trueOn,
  type WordsOf,
} from './words-of.ts';

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
  return words(settingOf(matter, view));
}

/** As it is true at a moment: while it can be done, once its day has passed, and once it is lost. */
export function wordsAt(
  matter: Matter,
  standing: StandingName,
  view: View,
  now: Instant,
): MatterWords {
  const words = wordsOf(matter, view);
  if (standing === 'lost') return lossWordsOf(matter, view, words);
  const isPast = matter.due !== undefined && matter.due.at <= now;
  return { ...words, ...trueOn(words, dayIn(EASTERN, now), isPast) };
}

function ofNote({ reason }: Note, matter: Matter, view: View): MatterWords {
  const [text, fix] = noteWords(reason, matter, view);
  return { title: text, next: fix, why: text, button: 'Open your plan' };
}

/** What the matter is, and what to do about it. */
export function noteWords(reason: NoteReason, matter: Matter, view: View): NoteWords {
  const phrase = PHRASES[reason.code] as (reason: NoteReason, of: Setting) => NoteWords;
  return phrase(reason, settingOf(matter, view));
}

const PHRASES: NotePhrases = { ...PLAN_NOTE_WORDS, ...ROTATION_NOTE_WORDS };
