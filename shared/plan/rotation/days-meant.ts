/** Days that exist in the calendar but cannot be what the person meant. */
import { type Day, daysBetween, latest, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { HeldDocument } from '../facts/document.ts';
import type { Profile } from '../facts/facts.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';
import { kindWord } from './kind.ts';
import { endOf } from './moments.ts';
import { isOpenQuestion } from './on-plan.ts';

/** Our default: a rotation lasts a year at most, a research stay two years, and nobody plans further ahead than three. */
const LASTS_DAYS_MAX = { rotation: 366, 'research stay': 2 * 366 };
const AHEAD_MONTHS_MAX = 36;

export function daysNotMeant(
  { host, mode, stage }: Pick<Rotation, 'host' | 'mode' | 'stage'>,
  { start, end }: RotationDates,
  now: Instant,
): PlanRefusal | undefined {
  const days = daysBetween(start, end) + 1;
  const kind = kindWord({ mode });
  if (days > LASTS_DAYS_MAX[kind]) return refusals.lastsTooLong(days, kind);
  if (isTooFarAhead(start, now)) return refusals.tooFarAhead(start);
  // What was never accepted cannot have taken place.
  return isOpenQuestion({ stage }) && endOf(end) <= now
    ? refusals.daysHavePassed({ host }, end)
    : undefined;
}

export function isTooFarAhead(day: Day, now: Instant): boolean {
  return day > plusMonths(dayIn(EASTERN, now), AHEAD_MONTHS_MAX);
}

/** The latest day that has started for someone who may write dates as their own calendar or as the US shows them. */
export function todayOf({ zone }: Pick<Profile, 'zone'>, now: Instant): Day {
  return latest(dayIn(zone, now), dayIn(EASTERN, now));
}

/** A document of the day after tomorrow is a slip of the pen; one of today is already tomorrow's in Auckland. */
export function documentNotMeant(
  { issuedOn, expiresOn }: Pick<HeldDocument, 'issuedOn' | 'expiresOn'>,
  today: Day,
): PlanRefusal | undefined {
  if (issuedOn && issuedOn > today) return refusals.notYetThere(issuedOn, 'issuedOn');
  return issuedOn && expiresOn && expiresOn < issuedOn ? refusals.expiresBeforeIssue() : undefined;
}
