/** A matter's words as they are true at a moment: while it can be done, once its day has passed, and once it is lost. */
import type { Matter } from '#shared/agenda/matter.ts';
import type { StandingName } from '#shared/agenda/standings.ts';
import type { View } from '#shared/agenda/view.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { lossWordsOf } from './loss-words.ts';
import { wordsOf } from './matter-words.ts';
import type { MatterWords } from './words-of.ts';

export function wordsAt(
  matter: Matter,
  standing: StandingName,
  view: View,
  now: Instant,
): MatterWords {
  const words = wordsOf(matter, view);
  if (standing === 'lost') return lossWordsOf(matter, view, words);
  const isPast = matter.due !== undefined && matter.due.at <= now;
  return isPast && words.late ? { ...words, ...words.late } : words;
}
