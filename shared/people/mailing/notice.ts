/** Emails people once when their dates change: each item keeps the dates of its last visit, so that a repeated walk neither doubles nor skips one. */
import { CAUSES_MAX } from '#shared/base/limits.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { World } from '#shared/world/world.ts';
import type { Applicant } from '../person/applicant.ts';
import { counts } from '../person/email-record.ts';
import {
  type Cause,
  MOVED_DATES_MAX,
  type MovedDate,
  type SeenDate,
  type SeenDates,
} from '../person/person.ts';
import { type PlanDate, planDates } from './plan-dates.ts';

/** Records the world's current dates, and requests an email if one that is not over changed. The first visit only records. */
export function withDatesNoticed(applicant: Applicant, world: World, now: Instant): Applicant {
  const present = planDates(applicant.facts, world);
  const dates = Object.fromEntries(present.map((date) => [date.key, seenOf(date)]));
  const { seen } = applicant;
  if (!seen) return { ...applicant, seen: { dates, moves: 0 } };
  if (isSame(seen.dates, dates)) return applicant;
  const today = dayIn(applicant.facts.profile.zone, now);
  const moved = movesOf(applicant, seen, dates).filter(
    ({ key, was }) => was.day >= today || (dates[key]?.day ?? '') >= today,
  );
  const noted = { ...applicant, seen: { dates, moves: seen.moves + (moved.length > 0 ? 1 : 0) } };
  return moved.length === 0 || applicant.reach !== 'ok' ? noted : withDateEmail(noted, moved, now);
}

/** The current date of a changed one; undefined when it is no longer known. */
export function presentOf(
  { facts }: Pick<Applicant, 'facts'>,
  { key }: MovedDate,
  world: World,
): PlanDate | undefined {
  return planDates(facts, world).find((date) => date.key === key);
}

function movesOf({ facts }: Applicant, seen: SeenDates, present: SeenDates['dates']): MovedDate[] {
  return Object.entries(seen.dates).flatMap(([key, was]) => {
    const is = present[key];
    const isMoved = is ? isOtherDate(was, is) : isGone(key, facts.profile.matchYear);
    return isMoved ? [{ key, was }] : [];
  });
}

/** A newly stated clock time is no change; a different one is. */
function isOtherDate(was: SeenDate, is: SeenDate): boolean {
  const isOtherTime =
    was.timeEt !== undefined && is.timeEt !== undefined && was.timeEt !== is.timeEt;
  return was.day !== is.day || isOtherTime;
}

/** A season's date is gone when it is no longer published; what an applicant removed from the plan is not. */
function isGone(key: string, matchYear: number): boolean {
  return key.startsWith(`season/${matchYear}/`);
}

/** One email for all changes. A waiting email takes in new ones and drops a date that changed back. */
function withDateEmail(applicant: Applicant, moved: readonly MovedDate[], now: Instant): Applicant {
  const left = new Set(applicant.emails.filter(counts).flatMap(({ keys }) => keys));
  const waiting = applicant.causes.find(
    ({ id, stream }) => stream === 'date-moved' && !left.has(id),
  );
  const others = applicant.causes.filter((cause) => cause !== waiting);
  const first = new Map([...moved, ...(waiting?.moved ?? [])].map(({ key, was }) => [key, was]));
  const all = [...first]
    .map(([key, was]) => ({ key, was }))
    .filter(({ key, was }) => {
      const is = applicant.seen?.dates[key];
      return is === undefined || isOtherDate(was, is);
    })
    .slice(0, MOVED_DATES_MAX);
  if (all.length === 0) return { ...applicant, causes: others };
  const cause: Cause = {
    id: waiting?.id ?? `moved-${now.replaceAll(/\D/g, '')}`,
    stream: 'date-moved',
    at: waiting?.at ?? now,
    moved: all,
  };
  return { ...applicant, causes: [...others, cause].slice(-CAUSES_MAX) };
}

function seenOf({ day, timeEt, certainty }: PlanDate): SeenDate {
  return { day, ...(timeEt && { timeEt }), certainty };
}

function isSame(a: SeenDates['dates'], b: SeenDates['dates']): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => {
      const [was, is] = [a[key], b[key]];
      return was?.day === is?.day && was?.timeEt === is?.timeEt && was?.certainty === is?.certainty;
    })
  );
}
