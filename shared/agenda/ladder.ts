/** When an occasion is mentioned: its rungs, and how long each may wait for another email. A morning is 08:00 on the reader's own clock. */
import { type Day, daysBetween, earliest, latest, plusDays } from '#shared/base/time/day.ts';
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

/** An offer without a known end is asked about; what we assume meanwhile, or a day, is asked with whatever email comes. */
export type Ladder =
  | 'hard'
  | 'advised'
  | 'offer'
  | 'question'
  | 'offer-question'
  | 'day-question'
  | 'assumed-question'
  | 'loss';

/** What is mentioned: its days, and its ladder. */
export interface Timed {
  readonly ladder: Ladder;
  readonly opens?: Day;
  /** The day it came to be asked, where that may be after days of its ladder. */
  readonly since?: Day;
  /** The day its rotation was accepted, or its writer agreed. */
  readonly acceptedOn?: Day;
  /** The latest day to begin safely, where it is before the deadline. */
  readonly startBy?: Day;
  /** The last day it can still be done, where there is one. */
  readonly lastDay?: Day;
  /** Until this day it may wait for another email. */
  readonly mayWaitUntil?: Day;
  readonly deadline: Deadline;
  /** It was lost on no day: two facts cannot both hold, or one rules it out. It is mentioned for as long as that is true. */
  readonly lostBy?: 'conflict' | 'fact';
  /** A rotation that was lost before it was entered is mentioned; what the whole plan lacked then is not. */
  readonly rotationId?: string;
}

export interface Rung {
  /** `30`, `14` … days before; `0` the day; `+1`, `+7` after; `accepted` after all of these; `last`; `lost`; `opens` the first possible day; `picked-<day>`. */
  readonly name: string;
  /** From this morning on it joins any email. */
  readonly at: Instant;
  /** On this morning it goes by itself. */
  readonly by: Instant;
  readonly until: Instant;
  /** No cap suppresses it. */
  readonly isFirm: boolean;
}

/** A rung: days from the last morning, how many it may wait, and whether no cap suppresses it. */
type Step = readonly [name: string, day: number, waits: number, isFirm?: 'firm'];

/** Our default, like every number here. The day of an advised date can be mentioned on any of the three days before. */
const LADDERS: Readonly<Record<Ladder, readonly Step[]>> = {
  hard: [
    ['30', -30, 6],
    ['14', -14, 3],
    ['3', -3, 0, 'firm'],
    ['0', 0, 0, 'firm'],
    ['+1', 1, 0, 'firm'],
    ['+7', 7, 3],
  ],
  advised: [
    ['14', -14, 6],
    ['0', -3, 3],
    ['+1', 1, 6, 'firm'],
  ],
  // An offer that ends only by its host's page may still be open afterward.
  offer: [
    ['7', -7, 0, 'firm'],
    ['3', -3, 0, 'firm'],
    ['1', -1, 0, 'firm'],
    ['0', 0, 0, 'firm'],
    ['+1', 1, 0, 'firm'],
    ['+7', 7, 3],
  ],
  question: [
    ['0', 0, 3],
    ['+4', 4, 3],
  ],
  'offer-question': [
    ['0', 0, 0, 'firm'],
    ['+2', 2, 0, 'firm'],
    ['+5', 5, 0, 'firm'],
    ['+9', 9, 0, 'firm'],
  ],
  'day-question': [['0', 0, 3]],
  'assumed-question': [
    ['0', 0, 14],
    ['+18', 18, 7],
  ],
  // Beside the rung of its day, which may be the same day's.
  loss: [['lost', 0, 0, 'firm']],
};

/** The rung of the opening, where its ladder has one. */
const OPENINGS: Readonly<Partial<Record<Ladder, Step>>> = {
  advised: ['opens', 0, 6],
  offer: ['opens', 0, 0, 'firm'],
};

/** "Start by" is mentioned once in the week before, and once when it has passed. */
const START_STEPS: readonly Step[] = [
  ['start-7', -7, 6],
  ['start+1', 1, 6, 'firm'],
];

/** What waiting would soon lose waits a day at most. */
const NEAR_LOSS = { days: 14, waits: 1 };

/** A person who comes after a ladder's end gets its last rung once: a visa wait of 1,000 days puts a day years before the plan. */
const LATE_DAYS = 1100;
/** What facts have ruled out can wait this long for another email, however near its day. */
const FACT_WAITS_DAYS = 2;
/** How long it is news what the whole plan lacked. */
const LOSS_DAYS = 30;

/** The hour at which rungs become due. */
const MORNING = '08:00';

/** Every rung of an occasion on a reader's clock, soonest first. */
export function rungsOf(occasion: Timed, zone: string): Rung[] {
  const { ladder, opens, since, deadline, mayWaitUntil, lostBy, rotationId } = occasion;
  const last = lastMorning(deadline.at, zone);
  const morning = (day: Day) => instantAt(day, MORNING, zone);
  // A deadline that falls between two mornings is not over on the first of them.
  const over = morning(plusDays(last, 1)) < deadline.at ? 1 : 0;
  const isOldNews = ladder === 'loss' && !lostBy && !rotationId;
  const until = morning(plusDays(last, isOldNews ? LOSS_DAYS : LATE_DAYS));
  const first = opens && firstMorning(opens, zone);
  const opening = OPENINGS[ladder];
  const asked = first && since ? latest(first, since) : (first ?? since);
  const steps = [
    ...(first && opening ? [placed(opening, first)] : []),
    ...startSteps(occasion, last),
    ...withLast(
      withAccepted(
        LADDERS[ladder].map((step) => placed(step, last, step[1] > 0 ? over : 0)),
        occasion,
      ),
      occasion,
    ),
  ];
  return steps
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
    .map((step) => hurried(step, asked, occasion))
    .map((step) => (lostBy ? { ...step, waits: FACT_WAITS_DAYS } : step))
    .map(({ name, day, waits, isFirm }) => {
      // A question that is asked only after a rung’s day gets its full wait from then.
      const from = asked ? latest(day, asked) : day;
      const own = plusDays(day, waits);
      const goes = own < from ? plusDays(from, waits) : own;
      const by = mayWaitUntil && mayWaitUntil > goes ? mayWaitUntil : goes;
      return { name, at: morning(from), by: morning(by), until, isFirm };
    });
}

function startSteps({ startBy }: Timed, last: Day): PlacedStep[] {
  if (!startBy) return [];
  return START_STEPS.map((step) => placed(step, startBy)).filter(({ day }) => day < last);
}

/** What was late before an acceptance is mentioned once more once it is binding. */
function withAccepted(steps: readonly PlacedStep[], { ladder, acceptedOn }: Timed): PlacedStep[] {
  const end = steps.at(-1)?.day;
  const isOver = ladder === 'hard' && acceptedOn && end && end < acceptedOn;
  return isOver ? [...steps, placed(['accepted', 1, 1, 'firm'], acceptedOn)] : [...steps];
}

/** A rotation is not lost in silence: where the last word is long past, there is one more before the last day. */
function withLast(steps: readonly PlacedStep[], { ladder, rotationId, lastDay }: Timed) {
  const end = steps.at(-1)?.day;
  const isFar =
    ladder === 'hard' && rotationId && end && lastDay && plusDays(end, LAST.after) <= lastDay;
  return isFar ? [...steps, placed(['last', -LAST.before, 0, 'firm'], lastDay)] : steps;
}

/** Our defaults, in days. */
const LAST = { before: 3, after: 14 };

interface PlacedStep {
  readonly name: string;
  readonly day: Day;
  readonly waits: number;
  readonly isFirm: boolean;
}

function placed([name, days, waits, firm]: Step, from: Day, over = 0): PlacedStep {
  return { name, day: plusDays(from, days + over), waits, isFirm: firm !== undefined };
}

/** A word about the start, or that something is late, waits less where it is soon lost, counted from when it is asked. */
function hurried(step: PlacedStep, asked: Day | undefined, { lastDay }: Timed): PlacedStep {
  const isOfLoss = step.isFirm || step.name.startsWith('start');
  const from = asked ? latest(step.day, asked) : step.day;
  const isNear = lastDay !== undefined && daysBetween(from, lastDay) <= NEAR_LOSS.days;
  return isOfLoss && isNear ? { ...step, waits: Math.min(step.waits, NEAR_LOSS.waits) } : step;
}

/** The rungs of what its person put off: none before the morning of the chosen day, one on it, and then those that come later anyway. */
export function withSnooze(rungs: Rung[], until: Day | undefined, zone: string): Rung[] {
  if (!until) return rungs;
  const at = instantAt(until, MORNING, zone);
  const ends = instantAt(plusDays(until, PICKED_LASTS_DAYS), MORNING, zone);
  return [
    { name: `picked-${until}`, at, by: at, until: ends, isFirm: true },
    ...rungs.filter((rung) => rung.at > at),
  ];
}

/** A picked day is mentioned for two weeks at most. */
const PICKED_LASTS_DAYS = 14;

/** The rungs that may be spoken now: the last says what those before it would have said. */
export function openRungs(rungs: readonly Rung[], isSaid: (rung: Rung) => boolean, now: Instant) {
  return rungs
    .slice(rungs.findLastIndex(isSaid) + 1)
    .filter(({ at, until }) => at <= now && now < until);
}

/** What is put off returns before this day: the next rung that no cap may suppress, or the last day it can be done. */
export function putOffBefore(occasion: Timed, zone: string, now: Instant): Day | undefined {
  const firm = rungsOf(occasion, zone).find(({ isFirm, at }) => at > now && isFirm);
  const { lastDay } = occasion;
  return firm && lastDay
    ? earliest(dayIn(zone, firm.at), lastDay)
    : (lastDay ?? (firm && dayIn(zone, firm.at)));
}

/** There is a day after today to which it can be put off; nothing is done about a loss later. */
export function canBePutOff(occasion: Timed, zone: string, now: Instant): boolean {
  const before = putOffBefore(occasion, zone, now);
  const tomorrow = plusDays(dayIn(zone, now), 1);
  return occasion.ladder !== 'loss' && (before === undefined || tomorrow < before);
}

/** The next morning a rung goes by itself, or undefined. */
export function nextRungBy(rungs: readonly Rung[], now: Instant): Instant | undefined {
  return rungs.reduce<Instant | undefined>(
    (least, { at, by }) => (at > now && (!least || by < least) ? by : least),
    undefined,
  );
}

/** The last day whose morning leaves time to act. 5 p.m. ET on May 31 is 2:30 a.m. in Kolkata, so the last morning there is May 31. */
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
