/** What a matter is called, what to do about it, and why: written once, for the person it belongs to. */
import type { Gate } from '#shared/agenda/gates/gate.ts';
import { gatesOfRotation } from '#shared/agenda/gates/gates-of-rotation.ts';
import type { Matter, View } from '#shared/agenda/matter.ts';
import type { NoteReason } from '#shared/agenda/note.ts';
import type { StandingName } from '#shared/agenda/standings.ts';
import { sentences } from '#shared/base/sentence.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { phraseFix, phraseGate } from '../gate-words.ts';
import { ACCEPTED_WORDS } from './accepted-words.ts';
import { COUNT_WORDS } from './count-words.ts';
import { LETTER_WORDS } from './letter-words.ts';
import { NOTE_WORDS } from './note-words.ts';
import { PATH_WORDS } from './path-words.ts';
import { QUESTION_WORDS } from './question-words.ts';
import {
  type MatterWords,
  type MatterWordsByDay,
  type NoteWords,
  rotationOf,
  type Setting,
  settingOf,
  type WordsOf,
} from './words-of.ts';

const WORDS: Readonly<Record<string, WordsOf>> = {
  ...PATH_WORDS,
  ...ACCEPTED_WORDS,
  ...LETTER_WORDS,
  ...COUNT_WORDS,
  ...QUESTION_WORDS,
};

/** Every rule that a matter can have; notes and the season's own days aside. */
export const MATTER_RULES: readonly string[] = Object.keys(WORDS);

/** Throws for a rule without words: every matter can be named. */
export function wordsOf(matter: Matter, view: View): MatterWordsByDay {
  if (matter.note) {
    const [text, fix] = noteWords(matter.note.reason, matter, view);
    return { title: text, next: fix, why: text, button: 'Open your plan' };
  }
  const words = WORDS[matter.rule];
  if (!words) throw new Error(`The rule ${matter.rule} has no words.`);
  return words(settingOf(matter, view));
}

/** What the note is, and what to do about it. */
export function noteWords(reason: NoteReason, matter: Matter, view: View): NoteWords {
  const phrase = NOTE_WORDS[reason.code] as (reason: NoteReason, of: Setting) => NoteWords;
  return phrase(reason, settingOf(matter, view));
}

/** As it is true at a moment: while it can be done, once its day has passed, and once it is lost. */
export function wordsAt(
  matter: Matter,
  standing: StandingName,
  view: View,
  now: Instant,
): MatterWords {
  const words = wordsOf(matter, view);
  const { title, short, listed, next, why, button, until = [], afterward, late } = words;
  if (standing === 'lost') return lossWordsOf(matter, view, words);
  const named = { title, ...(short && { short }), ...(listed && { listed }), button };
  if (late && matter.due && matter.due.at <= now) return { ...named, ...late };
  const today = dayIn(EASTERN, now);
  const changed = afterward && afterward.after < today ? afterward : undefined;
  const also = until.filter(({ day }) => today <= day).map((each) => each.why);
  return {
    ...named,
    next: changed?.next ?? next,
    why: sentences(changed?.why ?? why, ...also),
  };
}

/** What can be done instead; a conflict, or a rotation that others closed, speaks for itself. */
function lossWordsOf(matter: Matter, view: View, words: MatterWordsByDay): MatterWords {
  const { kind, stake, impossible, lastDay, count } = matter;
  const { title, short, why, button, late, lost } = words;
  if (kind === 'conflict' || (impossible && !late)) return words;
  if (count) {
    return {
      title: `missed: ${title}`,
      next:
        stake === 'letter'
          ? 'A letter that comes later can still be added in MyERAS.'
          : 'There is nothing more for you to do.',
      why: 'The guide recommended it. The rest of your plan continues.',
      button: 'Open my plan',
    };
  }
  const refused = refusalOf(matter, view);
  return {
    title: lost ?? `no longer possible: ${title}`,
    ...(short && !lost && { short: `no longer possible: ${short}` }),
    next: refused
      ? `${phraseGate(refused, rotationOf(matter, view).host.name, 'applicant')} ${phraseFix(refused)}`
      : instead(matter, view),
    // The day it was due lost nothing; the last day did, or what rules it out.
    why:
      lastDay && !impossible
        ? `The last day was ${phraseDay(lastDay.day)}${lastDay.certainty === 'estimated' ? ' (estimated)' : ''}.`
        : (late?.why ?? why),
    button: LOST_BUTTONS[stake] ?? button,
  };
}

const LOST_BUTTONS: Readonly<Partial<Record<Matter['stake'], string>>> = {
  rotation: 'Change its dates, or close it',
  letter: 'Open your letters',
};

/** What the host's page rules out as well: later dates help only where it takes this applicant. A visa is asked about apart. */
function refusalOf(matter: Matter, view: View): Gate | undefined {
  if (matter.rule !== 'apply') return undefined;
  const gates = gatesOfRotation(rotationOf(matter, view), view.facts, view.world);
  return gates.find(({ id, state }) => state === 'not-met' && id !== 'time' && id !== 'visa');
}

function instead(matter: Matter, view: View): string {
  switch (matter.stake) {
    case 'rotation':
    case 'money':
      return `Ask ${rotationOf(matter, view).host.name} for later dates, choose another host, or close the rotation.`;
    case 'letter':
      return 'Ask another writer, or continue without this letter.';
    case 'season':
    case 'comfort':
      return 'If it was done, record it. Otherwise there is nothing more for you to do.';
  }
}
