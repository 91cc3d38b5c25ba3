/**
 * When an occasion is spoken of. A rung becomes due at 08:00 on the reader's own clock, so never in quiet hours, and
 * stays current until the next one: a missed run catches up with the newest rung only.
 */
import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import {
  dayIn,
  EASTERN,
  HOUR_MS,
  type Instant,
  instantAt,
  plusMs,
  startOfDay,
} from '#shared/base/time/instant.ts';
import type { Deadline } from './deadline.ts';

export type Ladder = 'hard' | 'window' | 'prompt' | 'last-call' | 'loss';

/** What is spoken of: its days, and how it is spoken of. */
export interface Timed {
  readonly ladder: Ladder;
  readonly isMoment?: true;
  readonly opens?: Day;
  /** The latest day to begin safely, where it is before the deadline. */
  readonly startBy?: Day;
  readonly deadline: Deadline;
}

export interface Rung {
  /** `30`, `14` … days before; `0` the morning of the day; `+1`, `+7` after; `opens` the first possible day; `picked-<day>`. */
  readonly name: string;
  readonly at: Instant;
  readonly until: Instant;
}

export interface PacedRung extends Rung {
  readonly pace: Pace;
}

/**
 * How often its kind of mail may come: far ahead only in the overview, then once a week, and daily
 * in the last seven days of a hard date and after it. A moment on the rotation is worth an email of its own once.
 */
export type Pace = 'overview' | 'week' | 'day';

/** Days from the deadline's last morning; negative before it. */
interface Offsets {
  readonly offsets: readonly number[];
  /** How long the last rung stays current: days. */
  readonly lastsDays: number;
}

/** Somebody who comes after a ladder’s end gets its last rung once, however late: a plan lasts a year and a half. */
const LATE_DAYS = 400;
/** Ours: "start by" is said once in the week before, and once when it has passed. */
const START_OFFSETS_DAYS = [-7, 1];

/** Ours: a hard date 30, 14, 7, 3, 1 days before, the morning, then +1 and +7. */
const LADDERS: Readonly<Record<Ladder, Offsets>> = {
  hard: { offsets: [-30, -14, -7, -3, -1, 0, 1, 7], lastsDays: LATE_DAYS },
  // A window is months long: its opening, its last month and week, and once when it has passed ("late: do this now").
  window: { offsets: [-30, -7, 1], lastsDays: LATE_DAYS },
  prompt: { offsets: [0, 3], lastsDays: LATE_DAYS },
  // The day after which nothing can be saved: no word about it afterward.
  'last-call': { offsets: [-7, -3, -1, 0], lastsDays: 1 },
  loss: { offsets: [0], lastsDays: 30 },
};

/** The hour at which rungs become due. */
const MORNING = '08:00';
/** Further ahead than this is the overview's. */
const FAR_DAYS = 60;
const NEAR_DAYS = 7;
const IMMINENT_DAYS = 2;

/** Every rung of an occasion on a reader's clock, soonest first. */
export function rungsOf(occasion: Timed, zone: string): PacedRung[] {
  const ladder = LADDERS[occasion.ladder];
  const last = lastMorning(occasion.deadline.at, zone);
  // A deadline that falls between two mornings is not over on the first of them.
  const over = instantAt(plusDays(last, 1), MORNING, zone) < occasion.deadline.at ? 1 : 0;
  const dueSteps = ladder.offsets.map((offset) => ({
    name: offset > 0 ? `+${offset}` : `${-offset}`,
    day: plusDays(last, offset > 0 ? offset + over : offset),
  }));
  const { startBy } = occasion;
  const startSteps = startBy
    ? START_OFFSETS_DAYS.map((offset) => ({
        name: offset > 0 ? `start+${offset}` : `start${offset}`,
        day: plusDays(startBy, offset),
      })).filter(({ day }) => day < last)
    : [];
  const steps = [...startSteps, ...dueSteps].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const opens = occasion.opens && firstMorning(occasion.opens, zone);
  const started = opens ? steps.filter(({ day }) => day > opens) : steps;
  const all = opens ? [{ name: 'opens', day: opens }, ...started] : started;
  const paced = all.map((step, index) => ({
    ...step,
    pace: paceOf(occasion, daysBetween(step.day, last), index === 0),
  }));
  return paced.map(({ name, day, pace }, index) => ({
    name,
    pace,
    at: instantAt(day, MORNING, zone),
    until: instantAt(lastsUntil(day, pace, paced[index + 1]?.day, ladder), MORNING, zone),
  }));
}

/** A rung that may have to wait for its week is not worth an email when the next one comes in a day or two. */
function lastsUntil(day: Day, pace: Pace, next: Day | undefined, { lastsDays }: Offsets): Day {
  if (!next) return plusDays(day, lastsDays);
  const early = plusDays(next, -IMMINENT_DAYS);
  return pace === 'week' && early > day ? early : next;
}

function paceOf({ ladder, isMoment }: Timed, daysAhead: number, isFirst: boolean): Pace {
  if (daysAhead > FAR_DAYS) return 'overview';
  if ((isMoment && isFirst) || ladder === 'loss') return 'day';
  const isHard = ladder === 'hard' || ladder === 'last-call';
  return isHard && daysAhead <= NEAR_DAYS ? 'day' : 'week';
}

/**
 * The rungs of an occasion that its person put off: none before the morning of the chosen day, one on that morning, and
 * then those that come later anyway. Without a snooze the rungs as they are.
 */
export function withSnooze(rungs: PacedRung[], until: Day | undefined, zone: string): PacedRung[] {
  if (!until) return rungs;
  const at = instantAt(until, MORNING, zone);
  const later = rungs.filter((rung) => rung.at > at);
  const ends = later[0]?.at ?? instantAt(plusDays(until, PICKED_LASTS_DAYS), MORNING, zone);
  return [{ name: `picked-${until}`, at, until: ends, pace: 'day' }, ...later];
}

/** A day that was picked is spoken of for two weeks at most. */
const PICKED_LASTS_DAYS = 14;

/** The rung that may be spoken now, or undefined before the first and after the last. */
export function currentRung<Each extends Rung>(
  rungs: readonly Each[],
  now: Instant,
): Each | undefined {
  return rungs.find(({ at, until }) => at <= now && now < until);
}

/** The next rung that no limit may hold back: three days before, the day itself, and the first that says late. */
export function nextFirmRung(rungs: readonly Rung[], now: Instant): Rung | undefined {
  return rungs.find(({ name, at }) => at > now && FIRM_RUNGS.includes(name));
}

const FIRM_RUNGS = ['3', '0', '+1'];

/** The next moment at which another rung becomes current, or undefined. */
export function nextRungAt(rungs: readonly Rung[], now: Instant): Instant | undefined {
  return rungs.find(({ at }) => at > now)?.at;
}

/** The next moment at which rungs can become due on a reader's clock. */
export function nextMorning(zone: string, now: Instant): Instant {
  const today = dayIn(zone, now);
  const morning = instantAt(today, MORNING, zone);
  return now < morning ? morning : instantAt(plusDays(today, 1), MORNING, zone);
}

/**
 * The last day whose morning leaves time to act: a digest leaves by eleven, and an hourly sweep may add an hour.
 * 5 p.m. ET on 31 May is 2:30 a.m. on 1 June in Kolkata, so the last morning there is 31 May.
 */
export function lastMorning(deadline: Instant, zone: string): Day {
  const day = dayIn(zone, deadline);
  return plusMs(instantAt(day, MORNING, zone), LAST_MORNING_MS) <= deadline
    ? day
    : plusDays(day, -1);
}

const LAST_MORNING_MS = 4 * HOUR_MS;

/** The first day on whose morning the thing is open: a US day begins in the afternoon of Auckland's. */
function firstMorning(opens: Day, zone: string): Day {
  return instantAt(opens, MORNING, zone) >= startOfDay(opens, EASTERN) ? opens : plusDays(opens, 1);
}
