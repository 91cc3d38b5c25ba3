/** A deadline as people read it: its day or moment, and how far away it is. */
import type { Deadline } from '#shared/agenda/deadline.ts';
import type { Timed } from '#shared/agenda/ladder.ts';
import { daysBetween } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay, phraseDistance, phraseInstant, phraseLocal } from '#shared/base/time/phrase.ts';

/** In Eastern and local time where the source states a time; otherwise the day alone. */
export function phraseDeadline(deadline: Deadline, zone: string): string {
  return deadline.hasClockTime ? phraseInstant(deadline.at, zone) : phraseDay(deadline.day);
}

/** `in 9 days`, `today`, `ends Sat, Sep 4, 2027, 2:30 a.m. in Kolkata`, `9 days ago`: by the reader's calendar. */
export function phraseRest(deadline: Deadline, zone: string, now: Instant): string {
  const days = daysLeft(deadline, zone, now);
  if (now >= deadline.at)
    return days < 0 ? phraseDistance(dayIn(zone, now), deadline.day) : 'passed';
  return days < 0
    ? `ends ${phraseLocal(deadline.at, zone)}`
    : phraseDistance(dayIn(zone, now), deadline.day);
}

/** Days from the reader's today to the deadline's day. It can be negative before the deadline: the US day is still running. */
export function daysLeft(deadline: Deadline, zone: string, now: Instant): number {
  return daysBetween(dayIn(zone, now), deadline.day);
}

/** Since when it is lost; a fact that rules it out has no day of its own. */
export function phraseLoss({ deadline, lostBy }: Pick<Timed, 'deadline' | 'lostBy'>): string {
  return lostBy === 'fact'
    ? 'As entered, it cannot be in time'
    : `Since ${phraseDay(deadline.day)}`;
}
