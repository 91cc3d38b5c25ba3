/** What is worth knowing about a plan: what is so, and what to do about it. */
import type { Matter } from '#shared/agenda/matter.ts';
import type { NoteReason } from '#shared/agenda/note.ts';
import type { View } from '#shared/agenda/view.ts';
import { PLAN_NOTE_WORDS } from './plan-note-words.ts';
import { ROTATION_NOTE_WORDS } from './rotation-note-words.ts';
import type { NotePhrases, NoteWords } from './words-of.ts';

const PHRASES: NotePhrases<NoteReason['code']> = { ...PLAN_NOTE_WORDS, ...ROTATION_NOTE_WORDS };

export function noteWords(reason: NoteReason, matter: Matter, view: View): NoteWords {
  const phrase = PHRASES[reason.code] as (
    reason: NoteReason,
    matter: Matter,
    view: View,
  ) => NoteWords;
  return phrase(reason, matter, view);
}
