/**
 * When a thing should be spoken of: the oracle's own reading of features.md section 4, written from the text and not
 * from the planner. It shares day and instant arithmetic with it and nothing else.
 */
import type { HistoryEntry } from '../../shared/applicant/applicant.ts';
import type { Occasion } from '../../shared/nudges/occasion.ts';
import { type Day, plusDays } from '../../shared/time/day.ts';
import {
  dayIn,
  HOUR_MS,
  type Instant,
  instantAt,
  latestOf,
  minuteOfDayIn,
  plusMs,
  startOfDay,
} from '../../shared/time/instant.ts';

/** One rung: from its morning until the next one's. */
export interface Window {
  readonly rung: string;
  readonly from: Instant;
  readonly until: Instant;
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
    14,
  ],
  window: [
    [
      ['30', -30],
      ['7', -7],
      ['+1', 1],
    ],
    45,
  ],
  prompt: [
    [
      ['0', 0],
      ['+3', 3],
    ],
    14,
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
};

const FRESH_HOURS = 48;
const QUIET_FROM_MINUTE = 21 * 60;
const QUIET_UNTIL_MINUTE = 8 * 60;

/** Every rung's window on a reader's clock, soonest first. */
export function windowsOf({ ladder, deadline, opens }: Occasion, zone: string): Window[] {
  const [steps, lastsDays] = LADDERS[ladder];
  let last = plusDays(dayIn(zone, deadline.at), 1);
  while (plusMs(morningOf(last, zone), 4 * HOUR_MS) > deadline.at) last = plusDays(last, -1);
  let over = plusDays(last, 1);
  while (morningOf(over, zone) < deadline.at) over = plusDays(over, 1);
  const days: [string, Day][] = steps.map(([rung, offset]) => [
    rung,
    offset > 0 ? plusDays(over, offset - 1) : plusDays(last, offset),
  ]);
  // What opens on a US day is not open yet on the morning of that day further east.
  let first = opens;
  while (first && opens && morningOf(first, zone) < startOfDay(opens, 'America/New_York')) {
    first = plusDays(first, 1);
  }
  const begun: [string, Day][] = first
    ? [['opens', first], ...days.filter(([, day]) => first < day)]
    : days;
  return begun.map(([rung, day], index) => ({
    rung,
    from: morningOf(day, zone),
    until: morningOf(begun[index + 1]?.[1] ?? plusDays(day, lastsDays), zone),
  }));
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
 * falls on (09:00 is the earliest), and a sweep's hour more.
 */
export function digestBy(
  zone: string,
  since: Instant,
  lastDigest: Instant | undefined,
  delayMs: number,
  opensAt: '09:00' | '11:00' = '11:00',
): Instant {
  let rest = delayMs;
  for (let day = dayIn(zone, since); ; day = plusDays(day, 1)) {
    if (lastDigest && dayIn(zone, lastDigest) === day) continue;
    const opens = latestOf(
      since,
      instantAt(day, opensAt, zone),
      ...(lastDigest ? [plusMs(lastDigest, 20 * HOUR_MS)] : []),
    );
    const quiet = instantAt(day, '21:00', zone);
    const by = plusMs(opens, HOUR_MS + rest);
    if (by <= quiet) return by;
    // What a fault took from this day it does not take from the next.
    if (opens < quiet) rest = Math.max(0, rest - 9 * HOUR_MS);
  }
}

/** True between 21:00 and 08:00 on the reader's clock. */
export function isQuiet(zone: string, at: Instant): boolean {
  const minute = minuteOfDayIn(zone, at);
  return minute >= QUIET_FROM_MINUTE || minute < QUIET_UNTIL_MINUTE;
}

/** The 08:00 that ends the quiet hours of `at`. */
export function quietEnds(zone: string, at: Instant): Instant {
  const today = dayIn(zone, at);
  const isEvening = minuteOfDayIn(zone, at) >= QUIET_FROM_MINUTE;
  return morningOf(isEvening ? plusDays(today, 1) : today, zone);
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
