/** When a letter's holder is emailed: the next weekday after it is asked for, then 21, 7, and 1 days before, from nine to four. Our default. */
import { type Day, latest, plusDays, weekdayOf } from '#shared/base/time/day.ts';
import { dayIn, type Instant, instantAt, latestOf, startOfDay } from '#shared/base/time/instant.ts';

const OFFSETS = [21, 7, 1] as const;
/** The first email: thanks, the packet, and when the Letter ID comes. */
export const FIRST = 'asked';
const OPENS_AT = '09:00';
const CLOSES_AT = '16:00';

export interface WriterRung {
  readonly name: string;
  readonly at: Instant;
  readonly until: Instant;
}

/** A weekend's rung comes on the Friday before; the last one on the due Monday, since that Friday is within five days of another rung. */
export function writerRungs(
  { dueOn, askedOn }: { readonly dueOn: Day; readonly askedOn: Day },
  zone: string,
): WriterRung[] {
  const first = firstEmailOn(askedOn);
  const later = OFFSETS.map((offset) => ({ name: String(offset), day: rungDay(dueOn, offset) }));
  const all = [{ name: FIRST, day: first }, ...later.filter(({ day }) => day > first)];
  const over = startOfDay(plusDays(latest(dueOn, first), 1), zone);
  return all.map(({ name, day }, index) => {
    const next = all[index + 1];
    return {
      name,
      at: instantAt(day, OPENS_AT, zone),
      until: next ? instantAt(next.day, OPENS_AT, zone) : over,
    };
  });
}

/** The rung that may be spoken now, or undefined before the first and after the last. */
export function currentRung(rungs: readonly WriterRung[], now: Instant): WriterRung | undefined {
  return rungs.find(({ at, until }) => at <= now && now < until);
}

/** The next moment at which another rung becomes current, or undefined. */
export function nextRungAt(rungs: readonly WriterRung[], now: Instant): Instant | undefined {
  return rungs.find(({ at }) => at > now)?.at;
}

/** The next weekday after the applicant pressed "Email the writer". */
export function firstEmailOn(askedOn: Day): Day {
  const next = plusDays(askedOn, 1);
  return isWeekend(next) ? plusDays(next, weekdayOf(next) === SUNDAY ? 1 : 2) : next;
}

/** The first moment from `now` on within working hours; `now` itself when they are. */
export function atWork(zone: string, now: Instant): Instant {
  let day = dayIn(zone, now);
  // A week always holds a working day.
  for (let ahead = 0; ahead < 7; ahead += 1, day = plusDays(day, 1)) {
    if (isWeekend(day)) continue;
    const from = latestOf(now, instantAt(day, OPENS_AT, zone));
    if (from < instantAt(day, CLOSES_AT, zone)) return from;
  }
  throw new RangeError('A week without a working day.');
}

function rungDay(dueOn: Day, offset: number): Day {
  const day = plusDays(dueOn, -offset);
  if (!isWeekend(day)) return day;
  if (offset === 1 && !isWeekend(dueOn)) return dueOn;
  return plusDays(day, weekdayOf(day) === SUNDAY ? -2 : -1);
}

const SUNDAY = 0;
const SATURDAY = 6;

function isWeekend(day: Day): boolean {
  return weekdayOf(day) === SUNDAY || weekdayOf(day) === SATURDAY;
}
