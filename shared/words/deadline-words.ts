/** A deadline as people read it: its day or moment, and how far away it is. */
import type { BeforePlan } from '#shared/agenda/added.ts';
import type { Deadline } from '#shared/agenda/deadline.ts';
import type { Timed } from '#shared/agenda/ladder.ts';
import { counted } from '#shared/base/sentence.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
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

/** When it was lost; a fact that rules it out has no day of its own. */
export function phraseLoss({ deadline, lostBy }: Pick<Timed, 'deadline' | 'lostBy'>): string {
  return lostBy === 'fact'
    ? 'As entered, it cannot be in time'
    : `Since ${phraseDay(deadline.day)}`;
}

/** Nobody is blamed for a day before it was on the plan, or before the offer or the writer’s no that it follows. */
export function phraseBeforeAdded(of: {
  readonly wasBeforeOffer?: true | undefined;
  readonly wasBeforeRefusal?: true | undefined;
  readonly rotationId?: string | undefined;
}): string {
  if (of.wasBeforeOffer) return 'before the offer was entered';
  if (of.wasBeforeRefusal) return 'before another writer was needed';
  return of.rotationId ? 'before the rotation was added' : 'before the plan began';
}

/** The same, beside the rotation's own name. */
export function phraseBeforeItWasAdded(of: BeforePlan): string {
  const isSince = of.wasBeforeOffer || of.wasBeforeRefusal;
  return isSince ? phraseBeforeAdded(of) : 'before it was added';
}

/** The words before a start day that has passed. */
export function phraseStarted({ wasBeforePlan }: { readonly wasBeforePlan?: true }): string {
  return wasBeforePlan ? 'was best started by' : 'should have started by';
}

/** The day that every page and command shows of it, what that day is, and how far away. */
export function phraseWhen(
  occasion: Pick<Timed, 'deadline' | 'lostBy' | 'startBy' | 'ladder' | 'rotationId'> &
    BeforePlan & { readonly isQuestion?: true },
  zone: string,
  now: Instant,
): { readonly isLate: boolean; readonly text: string } {
  const { deadline, startBy, ladder, isQuestion, wasBeforePlan } = occasion;
  const isPast = now >= deadline.at;
  // A question is never late.
  if (isQuestion) return { isLate: false, text: `Open since ${phraseDay(deadline.day)}` };
  if (ladder === 'loss') return { isLate: true, text: phraseLoss(occasion) };
  if (startBy) {
    const days = daysBetween(startBy, dayIn(zone, now));
    const due = `${isPast ? 'was due' : 'due'} ${phraseDeadline(deadline, zone)}`;
    if (days <= 0) {
      const distance = phraseDistance(dayIn(zone, now), startBy);
      return { isLate: false, text: `Start by ${phraseDay(startBy)}, ${distance}; ${due}` };
    }
    const lead = wasBeforePlan ? 'Late: best started by' : 'Should have started by';
    const distance = wasBeforePlan ? phraseBeforeAdded(occasion) : `${counted(days, 'day')} ago`;
    return { isLate: true, text: `${lead} ${phraseDay(startBy)}, ${distance}; ${due}` };
  }
  const isAdvice = ladder === 'advised';
  const lead = isPast ? (isAdvice ? 'Late: best by' : 'Was due') : isAdvice ? 'Best by' : 'By';
  const distance =
    isPast && wasBeforePlan ? phraseBeforeAdded(occasion) : phraseRest(deadline, zone, now);
  const words = `${lead} ${phraseDeadline(deadline, zone)}, ${distance}`;
  return {
    isLate: isPast,
    text: `${words}${deadline.certainty === 'estimated' ? ' (estimated)' : ''}`,
  };
}

/** The same on every page, in every email, and in the report: since this day a plan without a rotation is late. */
export function phraseFirstApplication(by: Day, matchYear: number, today: Day): string {
  return `For Match ${matchYear}, the first application ${by < today ? 'was' : 'is'} due by about ${phraseDay(by)} (our estimate).`;
}
