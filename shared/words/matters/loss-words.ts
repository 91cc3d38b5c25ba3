/** What readers learn about a step that can no longer be done, and what can be done instead. */
import type { Gate } from '#shared/agenda/gates/gate.ts';
import { gatesOfRotation } from '#shared/agenda/gates/gates-of-rotation.ts';
import type { Matter, View } from '#shared/agenda/matter.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { phraseFix, phraseGate } from '../gate-words.ts';
import { type MatterWords, rotationOf } from './words-of.ts';

/** @param words as they were while it could be done; a conflict, or a rotation that others closed, speaks for itself */
export function lossWordsOf(matter: Matter, view: View, words: MatterWords): MatterWords {
  const { kind, impossible, count } = matter;
  if (kind === 'conflict' || (impossible && !words.late)) return words;
  if (count) {
    return {
      title: `missed: ${words.title}`,
      next:
        matter.stake === 'letter'
          ? 'A letter that comes later can still be added in MyERAS.'
          : 'There is nothing more for you to do.',
      why: 'The guide recommended it. The rest of your plan continues.',
      button: 'Open my plan',
    };
  }
  const refused = refusalOf(matter, view);
  return {
    title: words.lost ?? `no longer possible: ${words.title}`,
    ...(words.short && !words.lost && { short: `no longer possible: ${words.short}` }),
    next: refused
      ? `${phraseGate(refused, rotationOf(matter, view).host.name, 'applicant')} ${phraseFix(refused)}`
      : instead(matter, view),
    why: lossReason(matter, words),
    button: BUTTONS[matter.stake] ?? words.button,
  };
}

/** What rules it out, or the last day that passed: the day it was due lost nothing. */
function lossReason({ impossible, lastDay }: Matter, { late, why }: MatterWords): string {
  if (lastDay && !impossible) return `The last day was ${phraseDay(lastDay.day)}.`;
  return late?.why ?? why;
}

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

const BUTTONS: Readonly<Partial<Record<Matter['stake'], string>>> = {
  rotation: 'Change its dates, or close it',
  letter: 'Open your letters',
};
