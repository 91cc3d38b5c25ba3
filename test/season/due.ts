/**
 * When a thing should be spoken of: the oracle's own reading of features.md section 4, written from the text and not
 * from the planner. It shares day and instant arithmetic with it and nothing else.
 */

import { type Day, partsOf, plusDays, weekdayOf } from '#shared/base/time/day.ts';
import {
  type ClockTime,
  dayIn,
  HOUR_MS,
  type Instant,
  instantAt,
  latestOf,
  msBetween,
  plusMs,
  startOfDay,
} from '#shared/base/time/instant.ts';
import type { HistoryEntry } from '#shared/people/person/applicant.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import type { Wishes } from './wishes.ts';

/** One rung: from its morning until the next one's. */
export interface Window {
  readonly rung: string;
  readonly from: Instant;
  readonly until: Instant;
  /** `day`: may leave any day. `week`: once a week, with whatever leaves. `none`: the overview's alone. */
  readonly pace: 'day' | 'week' | 'none';
}

type Ladder = readonly [steps: readonly [rung: string, days: number][], lastsDays: number];

const LADDERS: Readonly<Record<Occasion['ladder'], Ladder>> = {
  hard: [
    [
      ['30', -30],
      ['14', -14],
      ['7', -7],
      ['3', -3],
      ['1', -1],
      ['0', 0],
      ['+1', 1],
      ['+7', 7],
    ],
    400,
  ],
  window: [
    [
      ['30', -30],
      ['7', -7],
      ['+1', 1],
    ],
    400,
  ],
  prompt: [
    [
      ['0', 0],
      ['+3', 3],
    ],
    400,
  ],
  'last-call': [
    [
      ['7', -7],
      ['3', -3],
      ['1', -1],
      ['0', 0],
    ],
    1,
  ],
  loss: [[['0', 0]], 30],
};

const FRESH_HOURS = 48;
const FAR_DAYS = 60;
const NEAR_DAYS = 7;
/** How long the day that somebody picked is spoken of. */
const PICKED_LASTS_DAYS = 14;

/** Every rung's window on a reader's clock, soonest first, as the reader put the thing off. */
export function windowsOf(occasion: Occasion, wishes: Wishes): Window[] {
  const { zone } = wishes;
  const windows = ladderFor(occasion, zone);
  const picked = wishes.putOffUntil(occasion);
  if (!picked) return windows;
  const from = morningOf(picked, zone);
  const after = windows.filter((window) => window.from > from);
  const until = after[0]?.from ?? morningOf(plusDays(picked, PICKED_LASTS_DAYS), zone);
  return [{ rung: `picked-${picked}`, from, until, pace: 'day' }, ...after];
}

/** Remembered: a season asks for the same few thousand ladders a million times. */
function ladderFor(occasion: Occasion, zone: string): Window[] {
  const { ladder, deadline, opens, startBy, isMoment } = occasion;
  const key = [ladder, deadline.at, opens, startBy, isMoment, zone].join();
  const known = ladders.get(key);
  if (known) return known;
  if (ladders.size >= LADDERS_KEPT_MAX) ladders.clear();
  const windows = ladderOf(occasion, zone);
  ladders.set(key, windows);
  return windows;
}

const LADDERS_KEPT_MAX = 20_000;
const ladders = new Map<string, Window[]>();

function ladderOf(occasion: Occasion, zone: string): Window[] {
  const { ladder, deadline, opens, startBy } = occasion;
  const [steps, lastsDays] = LADDERS[ladder];
  let last = plusDays(dayIn(zone, deadline.at), 1);
  while (plusMs(morningOf(last, zone), 4 * HOUR_MS) > deadline.at) last = plusDays(last, -1);
  let over = plusDays(last, 1);
  while (morningOf(over, zone) < deadline.at) over = plusDays(over, 1);
  const dueDays: [string, Day][] = steps.map(([rung, offset]) => [
    rung,
    offset > 0 ? plusDays(over, offset - 1) : plusDays(last, offset),
  ]);
  const startDays: [string, Day][] = startBy
    ? [
        ['start-7', plusDays(startBy, -7)],
        ['start+1', plusDays(startBy, 1)],
      ]
    : [];
  const days = [...startDays.filter(([, day]) => day < last), ...dueDays].toSorted(
    ([, a], [, b]) => (a < b ? -1 : 1),
  );
  // What opens on a US day is not open yet on the morning of that day further east.
  let first = opens;
  while (first && opens && morningOf(first, zone) < startOfDay(opens, 'America/New_York')) {
    first = plusDays(first, 1);
  }
  const begun: [string, Day][] = first
    ? [['opens', first], ...days.filter(([, day]) => first < day)]
    : days;
  return begun.map(([rung, day], index) => {
    const pace = paceOf(occasion, day, last, index === 0);
    const next = begun[index + 1]?.[1];
    const isLong = next !== undefined && plusDays(day, 2) < next;
    const ends = pace === 'week' && isLong ? plusDays(next, -2) : next;
    const until = morningOf(ends ?? plusDays(day, lastsDays), zone);
    return { rung, from: morningOf(day, zone), until, pace };
  });
}

/** Beyond 60 days nothing but the overview; daily in the last 7 days of a hard date and after it, and once on a rotation. */
function paceOf(
  { ladder, isMoment }: Occasion,
  day: Day,
  last: Day,
  isFirst: boolean,
): Window['pace'] {
  if (day < plusDays(last, -FAR_DAYS)) return 'none';
  const isHard = ladder === 'hard' || ladder === 'last-call';
  return ladder === 'loss' || (isMoment && isFirst) || (isHard && day >= plusDays(last, -NEAR_DAYS))
    ? 'day'
    : 'week';
}

/** The overview that a moment lies in: since the last chosen weekday, or since the first one of a month. */
export function overviewOf(
  { weekday, zone }: Wishes,
  every: 'weekly' | 'monthly',
  at: Instant,
): { readonly key: string; readonly window: Window } {
  let day = dayIn(zone, at);
  const begins = (each: Day) =>
    weekdayOf(each) === weekday &&
    (every === 'weekly' || partsOf(each).dayOfMonth <= 7) &&
    morningOf(each, zone) <= at;
  while (!begins(day)) day = plusDays(day, -1);
  let next = plusDays(day, 7);
  while (every === 'monthly' && partsOf(next).dayOfMonth > 7) next = plusDays(next, 7);
  let period = day;
  const isStart = (each: Day) =>
    every === 'weekly' ? weekdayOf(each) === 1 : partsOf(each).dayOfMonth === 1;
  while (!isStart(period)) period = plusDays(period, -1);
  return {
    key: `overview|plan|${period}|${every}`,
    window: {
      rung: every,
      from: morningOf(day, zone),
      until: morningOf(next, zone),
      pace: every === 'weekly' ? 'day' : 'week',
    },
  };
}

/** True when the person did something about this very subject less than 48 hours before the rung, or since. */
export function hasActed(history: readonly HistoryEntry[], subject: string, rung: Window): boolean {
  const from = plusMs(rung.from, -FRESH_HOURS * HOUR_MS);
  return history.some(
    ({ by, at, event }) =>
      by === 'applicant' &&
      event.type !== 'time-passed' &&
      aboutOf(event) === subject &&
      // Who writes down an offer or a refusal has heard of it, and done nothing yet.
      at > (isOnlyHeard(event) ? rung.from : from),
  );
}

function isOnlyHeard(event: object): boolean {
  return (
    ('type' in event && event.type === 'offered') ||
    ('status' in event && event.status === 'not-accepted')
  );
}

/**
 * When a digest must have left: the first day that allows one, from 11:00 local, which is the latest that anybody's minute
 * or quiet hour falls on (`earliest`: 09:00, or where quiet hours end), or from the hour the reader chose, and a sweep's
 * hour more.
 */
export function digestBy(
  wishes: Wishes,
  since: Instant,
  lastDigest: Instant | undefined,
  delayMs: number,
  opening: 'earliest' | 'latest' = 'latest',
): Instant {
  const { zone, hour, quietFrom, quietUntil } = wishes;
  let rest = delayMs;
  for (let day = dayIn(zone, since); ; day = plusDays(day, 1)) {
    if (lastDigest && dayIn(zone, lastDigest) === day) continue;
    const ours = opening === 'latest' ? '11:00' : latestTime('09:00', quietUntil);
    const opens = latestOf(
      since,
      instantAt(day, hour ?? ours, zone),
      ...(lastDigest ? [plusMs(lastDigest, 20 * HOUR_MS)] : []),
    );
    const quiet = instantAt(day, quietFrom, zone);
    const by = plusMs(opens, HOUR_MS + rest);
    if (by <= quiet) return by;
    // What a fault took from this day it does not take from the next.
    const slackMs = msBetween(opens, quiet) - HOUR_MS;
    if (opens < quiet) rest = Math.max(0, rest - Math.max(HOUR_MS, slackMs));
  }
}

/** From when an email of nothing near may leave: the seventh day after the last email. */
export function weekIsOver({ zone }: Wishes, lastMail: Instant): Instant {
  return startOfDay(plusDays(dayIn(zone, lastMail), 7), zone);
}

/** True when a digest may not leave at this minute of the reader's day. */
export function isOutsideDigestHours(wishes: Wishes, at: Instant): boolean {
  const { zone, hour, quietFrom, quietUntil } = wishes;
  const day = dayIn(zone, at);
  const opens = instantAt(day, hour ?? latestTime('09:00', quietUntil), zone);
  return at < opens || at >= instantAt(day, quietFrom, zone);
}

/** True in the reader's quiet hours. */
export function isQuiet({ zone, quietFrom, quietUntil }: Wishes, at: Instant): boolean {
  const day = dayIn(zone, at);
  return at >= instantAt(day, quietFrom, zone) || at < instantAt(day, quietUntil, zone);
}

/** The end of the quiet hours of `at`. */
export function quietEnds({ zone, quietFrom, quietUntil }: Wishes, at: Instant): Instant {
  const today = dayIn(zone, at);
  const isEvening = at >= instantAt(today, quietFrom, zone);
  return instantAt(isEvening ? plusDays(today, 1) : today, quietUntil, zone);
}

/** The 08:00 after a moment: when a reader who has the overview weekly is looked at again. */
export function morningAfter(zone: string, at: Instant): Instant {
  const today = morningOf(dayIn(zone, at), zone);
  return at < today ? today : morningOf(plusDays(dayIn(zone, at), 1), zone);
}

function latestTime(one: ClockTime, other: ClockTime): ClockTime {
  return one > other ? one : other;
}

const mornings = new Map<string, Instant>();

/** 08:00 of a day in a zone. Remembered: a season asks for the same few hundred mornings a million times. */
function morningOf(day: Day, zone: string): Instant {
  const key = `${day} ${zone}`;
  const known = mornings.get(key);
  if (known) return known;
  const morning = instantAt(day, '08:00', zone);
  mornings.set(key, morning);
  return morning;
}

function aboutOf(event: object): string {
  if (!('rotationId' in event) || !('type' in event)) return '';
  if (event.type === 'letter-asked') return `${event.rotationId}/letter`;
  if ('kind' in event) return `${event.rotationId}/${event.kind}`;
  if ('letterId' in event) return `${event.rotationId}/${event.letterId}`;
  // Keeping a log is doing nothing about what is due; a mentor and an answered task are subjects of their own.
  if (event.type === 'cases-counted' || event.type === 'task-given') return '';
  if (event.type === 'mentor-named' || event.type === 'talk-held') {
    return `${event.rotationId}/mentor`;
  }
  if (event.type === 'task-done' && 'task' in event) {
    return `${event.rotationId}/task-${event.task}`;
  }
  return String(event.rotationId);
}
