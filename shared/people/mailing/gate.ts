/** When a person may be emailed: one digest a day, at least twenty hours apart, three a week, never in quiet hours. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import {
  dayIn,
  HOUR_MS,
  type Instant,
  instantAt,
  latestOf,
  MINUTE_MS,
  plusMs,
  startOfDay,
} from '#shared/base/time/instant.ts';
import type { FullMailing } from '#shared/plan/facts/mailing.ts';
import { counts, type EmailRecord, type Stream, takesItsDay } from '../person/email-record.ts';

const DIGEST_GAP_MS = 20 * HOUR_MS;
const WEEK_DAYS = 7;
const WEEK_EMAILS_MAX = 3;
/** Digests are spread over two hours from 9 a.m. local time on, to spread the load. */
const DIGEST_FROM = '09:00';
const DIGEST_SPREAD_MINUTES = 120;

export interface Reader {
  readonly id: string;
  readonly zone: string;
  readonly emails: readonly EmailRecord[];
  readonly mailing: FullMailing;
}

/** When the next digest may be sent; `now` if at once. */
export function digestOpensAt(reader: Reader, now: Instant): Instant {
  const last = lastOf(reader, 'digest');
  const today = dayIn(reader.zone, now);
  // Three days are enough: the last digest blocks its own day and at most the next morning.
  for (const day of [today, plusDays(today, 1), plusDays(today, 2)]) {
    if (last && dayIn(reader.zone, last) === day) continue;
    const from = latestOf(
      now,
      digestMoment(reader, day),
      ...(last ? [plusMs(last, DIGEST_GAP_MS)] : []),
    );
    const quiet = instantAt(day, reader.mailing.quietFrom, reader.zone);
    if (dayIn(reader.zone, from) === day && from < quiet) return from;
  }
  return digestMoment(reader, plusDays(today, 3));
}

/** For a digest that a cap may hold: at most three emails within a week. */
export function weekOpensAt(reader: Reader, now: Instant): Instant {
  const third = remindersOf(reader.emails).at(-WEEK_EMAILS_MAX)?.claimedAt;
  if (!third) return digestOpensAt(reader, now);
  const free = startOfDay(plusDays(dayIn(reader.zone, third), WEEK_DAYS), reader.zone);
  return digestOpensAt(reader, latestOf(now, free));
}

/** Digests and urgent emails that were read, or may have been. */
export function remindersOf(emails: readonly EmailRecord[]): readonly EmailRecord[] {
  return emails.filter(
    (email) => (email.stream === 'digest' || email.stream === 'urgent') && counts(email),
  );
}

/** At most one urgent email per local day. */
export function urgentIsFree(reader: Reader, now: Instant): boolean {
  const last = lastOf(reader, 'urgent');
  return !last || dayIn(reader.zone, last) !== dayIn(reader.zone, now);
}

/** The end of the current quiet hours; undefined outside them. */
export function quietUntil(
  { zone, mailing }: { zone: string; mailing: Pick<FullMailing, 'quietFrom' | 'quietUntil'> },
  now: Instant,
): Instant | undefined {
  const today = dayIn(zone, now);
  const morning = instantAt(today, mailing.quietUntil, zone);
  if (now < morning) return morning;
  if (now < instantAt(today, mailing.quietFrom, zone)) return undefined;
  return instantAt(plusDays(today, 1), mailing.quietUntil, zone);
}

/** An hour that the person chose may be in their quiet hours; our default may not. */
function digestMoment({ id, zone, mailing }: Reader, day: Day): Instant {
  if (mailing.hour) return instantAt(day, mailing.hour, zone);
  const spread = plusMs(instantAt(day, DIGEST_FROM, zone), minuteOf(id) * MINUTE_MS);
  return latestOf(spread, instantAt(day, mailing.quietUntil, zone));
}

function lastOf(reader: Reader, stream: Stream): Instant | undefined {
  return reader.emails.findLast((email) => email.stream === stream && takesItsDay(email))
    ?.claimedAt;
}

// Derived from the id, so that each person has the same minute every day.
function minuteOf(id: string): number {
  const sum = [...id].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 65_521, 7);
  return sum % DIGEST_SPREAD_MINUTES;
}
