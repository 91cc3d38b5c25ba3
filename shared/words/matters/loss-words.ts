/** What is said of a thing once it can no longer be done: that it is so, and what can be done instead. */
import type { Matter } from '#shared/agenda/matter.ts';
import type { View } from '#shared/agenda/view.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { type MatterWords, rotationOf } from './words-of.ts';

/** @param words as they were while it could be done; a conflict, or a rotation that others closed, speaks for itself */
export function lossWordsOf(matter: Matter, view: View, words: MatterWords): MatterWords {
  const { kind, impossible, count } = matter;
  if (kind === 'conflict' || (impossible && !words.late)) return words;
  if (count) {
    return {
      title: `missed: ${words.title}`,
      next: 'You have nothing more to do for it.',
      why: 'The guide recommended it. The rest of your plan continues.',
      button: words.button,
    };
  }
  return {
    title: words.lost ?? `no longer possible: ${words.title}`,
    next: instead(matter, view),
    why: lossReason(matter, words),
    button: BUTTONS[matter.stake] ?? words.button,
  };
}

/** An estimated day that passed loses nothing: the last day after it did. */
function lossReason({ due, lastDay }: Matter, { late, why }: MatterWords): string {
  const last = lastDay && `The last day was ${phraseDay(lastDay.day)}.`;
  return due?.certainty === 'estimated' ? (last ?? late?.why ?? why) : (late?.why ?? last ?? why);
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
      return 'You have nothing more to do for it.';
  }
}

const BUTTONS: Readonly<Partial<Record<Matter['stake'], string>>> = {
  rotation: 'Change its dates, or close it',
  letter: 'Open your letters',
};
