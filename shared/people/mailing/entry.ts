/** Entries of an applicant's calendar: season dates, deadlines, and rotations. */

import type { Occasion } from '#shared/agenda/occasions/occasion.ts';
import { openOccasions } from '#shared/agenda/occasions/open-occasions.ts';
import { capital } from '#shared/base/capital.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { EASTERN, type Instant, instantAt } from '#shared/base/time/instant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { phraseDeadline } from '#shared/words/deadline-words.ts';
import { certaintyWords, phraseSource } from '#shared/world/source-words.ts';
import type { World } from '#shared/world/world.ts';
import type { Applicant } from '../person/applicant.ts';
import { type PlanDate, phraseSeen, planDates } from './plan-dates.ts';

export interface CalendarEntry {
  /** Stays the same when the date changes; the UID derives from it. */
  readonly key: string;
  readonly title: string;
  readonly details: string;
  /** `until` is the day after the last one, for entries of several days. */
  readonly day: Day;
  readonly until?: Day;
  /** Only where a source states a clock time. */
  readonly at?: Instant;
}

export function calendarEntries(applicant: Applicant, world: World): CalendarEntry[] {
  const { profile, rotations } = applicant.facts;
  return [
    ...planDates(applicant.facts, world)
      .filter(({ key }) => key.startsWith('season/'))
      .map((date) => dateEntry(date, profile.zone)),
    ...openOccasions(applicant.facts, world)
      .filter(isDated)
      .map((occasion) => occasionEntry(occasion, profile.zone)),
    ...rotations.flatMap(rotationEntry),
  ];
}

/** A prompt is a suggestion for this week, not a date. */
export function isDated({ ladder }: Occasion): boolean {
  return ladder !== 'prompt';
}

/** At its time where a source states one, otherwise all day. */
export function dateEntry(date: PlanDate, zone: string): CalendarEntry {
  return {
    key: date.key,
    title: titleOf(capital(date.label), date),
    details: `${phraseSeen(date, zone)}. Source: ${phraseSource(date)}.`,
    day: date.day,
    ...(date.timeEt && { at: instantAt(date.day, date.timeEt, EASTERN) }),
  };
}

export function occasionEntry(
  { rule, subject, words, deadline }: Occasion,
  zone: string,
): CalendarEntry {
  const certainty = certaintyWords(deadline.certainty, 'applicant');
  return {
    key: occasionKey(rule, subject),
    title: titleOf(`Due: ${words.title}`, deadline),
    details: `${words.next} By ${phraseDeadline(deadline, zone)} (${certainty}). Source: ${phraseSource(deadline)}.`,
    day: deadline.day,
    ...(deadline.hasClockTime && { at: deadline.at }),
  };
}

export function occasionKey(rule: string, subject: string): string {
  return `due/${rule}/${subject}`;
}

function rotationEntry({ id, host, dates, stage, status, closed }: Rotation): CalendarEntry[] {
  if (!dates || (closed && closed.reason !== 'complete')) return [];
  return [
    {
      key: `rotation/${id}`,
      title: `Rotation at ${host.name}`,
      details: `${capital(statusWords(stage, status, 'applicant'))}. Dates entered by you.`,
      day: dates.start,
      until: plusDays(dates.end, 1),
    },
  ];
}

function titleOf(title: string, of: Pick<PlanDate, 'certainty'>): string {
  return of.certainty === 'estimated' ? `${title} (estimated)` : title;
}
