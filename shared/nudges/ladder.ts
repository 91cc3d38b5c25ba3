/**
 * When an occasion is spoken of. A rung becomes due at 08:00 on the reader's own clock, so never in quiet hours, and
 * stays current until the next one: a missed run catches up with the newest rung only.
 */
import { type Day, plusDays } from '../time/day.ts';
import { dayIn, type Instant, instantAt } from '../time/instant.ts';
import type { Occasion } from './occasion.ts';

export interface Rung {
  /** `30`, `14` … days before; `0` the morning of the day; `+1`, `+7` after; `opens` the first possible day. */
  readonly name: string;
  readonly at: Instant;
  readonly until: Instant;
}

/** Days from the deadline's last morning; negative before it. */
interface Ladder {
  readonly offsets: readonly number[];
  /** How long the last rung stays current: days. */
  readonly lastsDays: number;
}

/** features.md section 4: a hard date 30, 14, 7, 3, 1 days before, the morning, then +1 and +7. */
const LADDERS: Readonly<Record<Occasion['ladder'], Ladder>> = {
  hard: { offsets: [-30, -14, -7, -3, -1, 0, 1, 7], lastsDays: 14 },
  // A window is months long: its opening, its last month and week, and once when it has passed ("late: do this now").
  window: { offsets: [-30, -7, 1], lastsDays: 45 },
  prompt: { offsets: [0, 3], lastsDays: 14 },
  // The day after which nothing can be saved: no word about it afterwards.
  'last-call': { offsets: [-7, -3, -1, 0], lastsDays: 1 },
};

/** The hour at which rungs become due and quiet hours end. */
export const MORNING = '08:00';

/** Every rung of an occasion on a reader's clock, soonest first. */
export function rungsOf(occasion: Occasion, zone: string): Rung[] {
  const ladder = LADDERS[occasion.ladder];
  const last = lastMorning(occasion.deadline.at, zone);
  const steps = ladder.offsets.map((offset) => ({
    name: offset > 0 ? `+${offset}` : `${-offset}`,
    day: plusDays(last, offset),
  }));
  const { opens } = occasion;
  const started = opens ? steps.filter(({ day }) => day > opens) : steps;
  const all = opens ? [{ name: 'opens', day: opens }, ...started] : started;
  const mornings = all.map((step) => ({ ...step, at: instantAt(step.day, MORNING, zone) }));
  return mornings.map(({ name, day, at }, index) => ({
    name,
    at,
    until: mornings[index + 1]?.at ?? instantAt(plusDays(day, ladder.lastsDays), MORNING, zone),
  }));
}

/** The rung that may be spoken now, or undefined before the first and after the last. */
export function currentRung(rungs: readonly Rung[], now: Instant): Rung | undefined {
  return rungs.find(({ at, until }) => at <= now && now < until);
}

/** The next moment at which another rung becomes current, or undefined. */
export function nextRungAt(rungs: readonly Rung[], now: Instant): Instant | undefined {
  return rungs.find(({ at }) => at > now)?.at;
}

/**
 * The last day whose morning comes before the deadline. 5 p.m. ET on 31 May is 2:30 a.m. on 1 June in Kolkata:
 * a mail on the morning of 1 June would be too late, so the last morning there is 31 May.
 */
export function lastMorning(deadline: Instant, zone: string): Day {
  const day = dayIn(zone, deadline);
  return instantAt(day, MORNING, zone) < deadline ? day : plusDays(day, -1);
}
