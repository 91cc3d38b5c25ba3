/**
 * When a thing should be spoken of: the oracle's own table of rungs, written from the design and not from the planner. It shares day and instant arithmetic with it and nothing else.
 */

import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
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

/** One rung: from its morning it may leave with another email, and by another morning it leaves by itself. */
export interface Window {
  readonly rung: string;
  readonly from: Instant;
  readonly by: Instant;
  readonly until: Instant;
  /** No cap holds it back. */
  readonly isFirm: boolean;
}

/** A rung: its first and its last day, counted from the last morning before the end. */
type Row = readonly [rung: string, first: number, last: number, isFirm?: boolean];

const TABLE: Readonly<Record<Occasion['ladder'], readonly Row[]>> = {
  hard: [
    ['30', -30, -24],
    ['14', -14, -11],
    ['3', -3, -3, true],
    ['0', 0, 0, true],
    ['+1', 1, 1, true],
    ['+7', 7, 10],
  ],
  advised: [
    ['14', -14, -8],
    ['0', -3, 0],
    ['+1', 1, 7, true],
  ],
  offer: [
    ['7', -7, -7, true],
    ['3', -3, -3, true],
    ['1', -1, -1, true],
    ['0', 0, 0, true],
    ['+1', 1, 1, true],
    ['+7', 7, 10],
  ],
  question: [
    ['0', 0, 3],
    ['+4', 4, 7],
  ],
  'offer-question': [
    ['0', 0, 0, true],
    ['+2', 2, 2, true],
    ['+5', 5, 5, true],
    ['+9', 9, 9, true],
  ],
  'day-question': [['0', 0, 3]],
  'assumed-question': [
    ['0', 0, 14],
    ['+18', 18, 25],
  ],
  loss: [['lost', 0, 0, true]],
};

const FRESH_HOURS = 48;
const LAST_DAYS = 800;
const LOSS_LASTS_DAYS = 30;
/** How long the day that someone picked is spoken of. */
const PICKED_LASTS_DAYS = 14;

/** Every rung's window on a reader's clock, soonest first, as the reader put the thing off. */
export function windowsOf(occasion: Occasion, wishes: Wishes): Window[] {
  const { zone } = wishes;
  const windows = ladderFor(occasion, zone);
  const picked = wishes.putOffUntil(occasion);
  if (!picked) return windows;
  const from = morningOf(picked, zone);
  const until = morningOf(plusDays(picked, PICKED_LASTS_DAYS), zone);
  return [
    { rung: `picked-${picked}`, from, by: from, until, isFirm: true },
    ...windows.filter((window) => window.from > from),
  ];
}

/** Remembered: a season asks for the same few thousand ladders a million times. */
function ladderFor(occasion: Occasion, zone: string): Window[] {
  const { ladder, deadline, opens, since, acceptedOn, startBy, lastDay, mayWaitUntil, lostBy } =
    occasion;
  const days = [deadline.at, opens, since, acceptedOn, startBy, lastDay, mayWaitUntil];
  const key = [ladder, lostBy, occasion.rotationId !== undefined, ...days, zone].join();
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
  const { ladder, deadline, opens, since, startBy, lastDay, mayWaitUntil, lostBy, rotationId } =
    occasion;
  let last = plusDays(dayIn(zone, deadline.at), 1);
  while (plusMs(morningOf(last, zone), 4 * HOUR_MS) > deadline.at) last = plusDays(last, -1);
  let over = plusDays(last, 1);
  while (morningOf(over, zone) < deadline.at) over = plusDays(over, 1);
  const dueDay = (offset: number) =>
    offset > 0 ? plusDays(over, offset - 1) : plusDays(last, offset);
  // What opens on a US day is not open yet on the morning of that day further east.
  let first = opens;
  while (first && opens && morningOf(first, zone) < startOfDay(opens, 'America/New_York')) {
    first = plusDays(first, 1);
  }
  // What a whole plan lacked is old news after a while; that a rotation cannot take place is not.
  const isDated = ladder === 'loss' && !lostBy && !rotationId;
  const until = morningOf(plusDays(last, isDated ? LOSS_LASTS_DAYS : LAST_DAYS), zone);
  const days: [rung: string, from: Day, to: Day, isFirm: boolean][] = [
    ...openingOf(ladder, first),
    ...startsOf(startBy, last),
    ...TABLE[ladder].map(([rung, from, to, isFirm = false]): [string, Day, Day, boolean] => [
      rung,
      dueDay(from),
      plusDays(dueDay(from), to - from),
      isFirm,
    ]),
    ...acceptedLate(occasion, dueDay(7)),
  ];
  days.push(...lastChance(occasion, days));
  return days
    .toSorted(([, a], [, b]) => (a < b ? -1 : Number(a > b)))
    .map(([rung, from, latestDay, isFirm]) => {
      // Days that were over when it opened, or came to be asked, begin then.
      const asked = first && since && since < first ? first : (since ?? first);
      const opened = asked && from < asked ? asked : from;
      // The day after at the latest, where it is a word about the start, or of being late, and soon lost.
      const isSoonLost = lastDay !== undefined && lastDay <= plusDays(opened, 14);
      const next = plusDays(from, 1);
      const isHurried = isSoonLost && HURRIED.includes(rung) && latestDay > next;
      // What two facts rule out is known where they were entered: the second day after at the latest.
      const to = lostBy ? plusDays(from, 2) : isHurried ? next : latestDay;
      const closes = to < opened ? plusDays(opened, daysBetween(from, to)) : to;
      const by = mayWaitUntil && closes < mayWaitUntil ? mayWaitUntil : closes;
      return { rung, from: morningOf(opened, zone), by: morningOf(by, zone), until, isFirm };
    });
}

const HURRIED = ['start-7', 'start+1', '+1'];

/** An offer that is accepted makes binding what was late before: said once more, the day after or the next. */
function acceptedLate({ ladder, acceptedOn }: Occasion, end: Day): [string, Day, Day, boolean][] {
  if (ladder !== 'hard' || !acceptedOn || acceptedOn <= end) return [];
  return [['accepted', plusDays(acceptedOn, 1), plusDays(acceptedOn, 2), true]];
}

/** A rotation's thing that is late and was last spoken of two weeks before it is lost, or earlier: three days before. */
function lastChance(
  { ladder, rotationId, lastDay }: Occasion,
  others: readonly [string, Day, Day, boolean][],
): [string, Day, Day, boolean][] {
  if (ladder !== 'hard' || !rotationId || !lastDay) return [];
  const isLongAgo = others.every(([, from]) => plusDays(from, 14) <= lastDay);
  const day = plusDays(lastDay, -3);
  return isLongAgo ? [['last', day, day, true]] : [];
}

/** What is advised is said within a week of its opening, an offer on the day it came. */
function openingOf(
  ladder: Occasion['ladder'],
  first: Day | undefined,
): [string, Day, Day, boolean][] {
  if (!first) return [];
  if (ladder === 'advised') return [['opens', first, plusDays(first, 6), false]];
  return ladder === 'offer' ? [['opens', first, first, true]] : [];
}

/** Once in the seven days before the day to start, and once in the seven after it. */
function startsOf(startBy: Day | undefined, last: Day): [string, Day, Day, boolean][] {
  if (!startBy) return [];
  const before = plusDays(startBy, -7);
  const after = plusDays(startBy, 1);
  const both: [string, Day, Day, boolean][] = [
    ['start-7', before, plusDays(before, 6), false],
    ['start+1', after, plusDays(after, 6), true],
  ];
  return both.filter(([, from]) => from < last);
}

/** After so long without an email someone who answers is told what is ahead. */
export function silenceIsOver({ zone }: Wishes, lastEmail: Instant): Instant {
  return morningOf(plusDays(dayIn(zone, lastEmail), 60), zone);
}

/** From when a matter that an email named may be named again. */
export function mayBeNamedAgain({ zone }: Wishes, named: Instant): Instant {
  return startOfDay(plusDays(dayIn(zone, named), 3), zone);
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

/** True for the first two words about an offer that its applicant entered within two days before, or since. */
export function hasEntered(
  history: readonly HistoryEntry[],
  subject: string,
  { rung, from, isFirm }: Window,
): boolean {
  const fresh = plusMs(from, -FRESH_HOURS * HOUR_MS);
  return (
    isFirm &&
    ['opens', '7'].includes(rung) &&
    history.some(
      ({ by, at, event }) =>
        by === 'applicant' && event.type === 'offered' && aboutOf(event) === subject && at > fresh,
    )
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

/** From when what a cap holds back may leave again, where three emails left: the seventh day after the first of them. */
export function weekIsOver({ zone }: Wishes, third: Instant): Instant {
  return startOfDay(plusDays(dayIn(zone, third), 7), zone);
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

/** The 08:00 after a moment. */
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

const NO_ACTION = new Set([
  'cases-counted',
  'task-given',
  'own-task-set',
  'note-kept',
  'tier-set',
  'host-described',
  'took-place',
]);

function aboutOf(event: object): string {
  if (!('rotationId' in event) || !('type' in event)) return '';
  if (event.type === 'letter-asked') return `${event.rotationId}/letter`;
  if ('kind' in event) return `${event.rotationId}/${event.kind}`;
  if ('letterId' in event) return `${event.rotationId}/${event.letterId}`;
  // Keeping a log is doing nothing about what is due; a mentor and an answered task are subjects of their own.
  if (NO_ACTION.has(String(event.type))) return '';
  if (event.type === 'mentor-named' || event.type === 'talk-held') {
    return `${event.rotationId}/mentor`;
  }
  if (event.type === 'task-done' && 'task' in event) {
    return `${event.rotationId}/task-${event.task}`;
  }
  if (event.type === 'own-task-done' && 'task' in event) {
    return `${event.rotationId}/own-${event.task}`;
  }
  return String(event.rotationId);
}
