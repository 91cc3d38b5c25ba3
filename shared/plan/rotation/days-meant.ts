/** Days that exist in the calendar, but that no one means. */
import { type Day, daysBetween, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { HeldDocument } from '../facts/document.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';
import { endOf } from './moments.ts';
import { isOpenQuestion } from './on-plan.ts';

/** Ours: a rotation lasts weeks, and the longest research stay a year; nobody plans further ahead. */
const LASTS_DAYS_MAX = 366;
const AHEAD_MONTHS_MAX = 36;

export function daysNotMeant(
  { host, stage }: Pick<Rotation, 'host' | 'stage'>,
  { start, end }: RotationDates,
  now: Instant,
): PlanRefusal | undefined {
  const days = daysBetween(start, end) + 1;
  if (days > LASTS_DAYS_MAX) return refusals.lastsTooLong(days);
  if (start > plusMonths(dayIn(EASTERN, now), AHEAD_MONTHS_MAX)) return refusals.tooFarAhead(start);
  // What was never accepted cannot have taken place.
  return isOpenQuestion({ stage }) && endOf(end) <= now
    ? refusals.daysHavePassed({ host }, end)
    : undefined;
}

/** A document of the day after tomorrow is a slip of the pen; one of today is already tomorrow's in Auckland. */
export function documentNotMeant(
  { issuedOn, expiresOn }: Pick<HeldDocument, 'issuedOn' | 'expiresOn'>,
  today: Day,
): PlanRefusal | undefined {
  if (issuedOn && issuedOn > today) return refusals.notYetThere(issuedOn, 'issuedOn');
  return issuedOn && expiresOn && expiresOn < issuedOn ? refusals.expiresBeforeIssue() : undefined;
}
