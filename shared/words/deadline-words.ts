/** How a deadline reads: the day or moment, how sure it is, how far away. */

import type { Deadline } from '#shared/agenda/occasions/occasion.ts';
import { daysBetween } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay, phraseDistance, phraseInstant, phraseLocal } from '#shared/base/time/phrase.ts';

/** Eastern and the reader's clock where a source states a time; a plain day where none does. */
export function phraseDeadline(deadline: Deadline, zone: string): string {
  return deadline.hasClockTime ? phraseInstant(deadline.at, zone) : phraseDay(deadline.day);
}

/** `in 9 days`, `today`, `for a few hours more`, `9 days ago`: by the reader's calendar, true to the moment. */
export function phraseRest(deadline: Deadline, zone: string, now: Instant): string {
  const days = daysLeft(deadline, zone, now);
  if (now >= deadline.at)
    return days < 0 ? phraseDistance(dayIn(zone, now), deadline.day) : 'passed';
  return days < 0
    ? `ends ${phraseLocal(deadline.at, zone)}`
    : phraseDistance(dayIn(zone, now), deadline.day);
}

/** Days from the reader's today to the deadline's day. Below zero and not yet over: the US day is still running. */
export function daysLeft(deadline: Deadline, zone: string, now: Instant): number {
  return daysBetween(dayIn(zone, now), deadline.day);
}
