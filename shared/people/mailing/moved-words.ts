/** A changed date in words: its label, the old date, the new one, and its source. */
import { capital } from '#shared/base/capital.ts';
import { EASTERN, instantAt } from '#shared/base/time/instant.ts';
import { phraseDay, phraseInstant, phraseShortDay } from '#shared/base/time/phrase.ts';
import { certaintyWords, phraseSource } from '#shared/world/source-words.ts';
import type { SeenDate } from '../person/seen-dates.ts';
import type { PlanDate } from './plan-dates.ts';

/** `Fri, Mar 24, 2028 (official)`, with both clocks where a time is stated. */
export function phraseSeen({ day, timeEt, certainty }: SeenDate, zone: string): string {
  const when = timeEt ? phraseInstant(instantAt(day, timeEt, EASTERN), zone) : phraseDay(day);
  return `${when} (${certaintyWords(certainty, 'applicant')})`;
}

/** `Match Day: was Fri, Mar 17, 2028 (estimated), now Fri, Mar 24, 2028 (official). Source: …` */
export function movedLine(
  label: string,
  was: SeenDate,
  is: PlanDate | undefined,
  zone: string,
): string {
  const head = `${capital(label)}: was ${phraseSeen(was, zone)}`;
  if (!is) return `${head}; no date is published now.`;
  return `${head}, now ${phraseSeen(is, zone)}. Source: ${phraseSource(is)}.`;
}

/** A subject: `Date changed: Match Day, now Fri, Mar 24`. */
export function movedSubject(label: string, is: PlanDate | undefined): string {
  if (!is) return `Date withdrawn: ${label}`;
  const estimated = is.certainty === 'estimated' ? ', estimated' : '';
  return `Date changed: ${label}, now ${phraseShortDay(is.day)}${estimated}`;
}
