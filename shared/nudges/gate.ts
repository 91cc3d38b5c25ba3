/** When a person may be mailed: one digest a day, twenty hours apart, in the morning, never in quiet hours. */
import { type Day, plusDays } from '../time/day.ts';
import {
  dayIn,
  HOUR_MS,
  type Instant,
  instantAt,
  latestOf,
  MINUTE_MS,
  plusMs,
} from '../time/instant.ts';
import { MORNING } from './ladder.ts';
import { counts, type MailRecord, type Stream } from './mail-record.ts';

export const QUIET_FROM = '21:00';
export const QUIET_UNTIL = MORNING;
const DIGEST_GAP_MS = 20 * HOUR_MS;
/** Digests begin at 09:00 local and are spread over two hours, so that no hour carries everybody. */
const DIGEST_FROM = '09:00';
const DIGEST_SPREAD_MINUTES = 120;

interface Reader {
  readonly id: string;
  readonly zone: string;
  readonly mails: readonly MailRecord[];
}

/** The first moment from `now` on at which a digest may leave; `now` itself when the gate is open. */
export function digestOpensAt(reader: Reader, now: Instant): Instant {
  const last = lastOf(reader, 'digest');
  const today = dayIn(reader.zone, now);
  // Three days always hold one: a last digest blocks its own day and at most the next morning.
  for (const day of [today, plusDays(today, 1), plusDays(today, 2)]) {
    if (last && dayIn(reader.zone, last) === day) continue;
    const from = latestOf(
      now,
      digestMoment(reader, day),
      ...(last ? [plusMs(last, DIGEST_GAP_MS)] : []),
    );
    if (dayIn(reader.zone, from) === day && from < instantAt(day, QUIET_FROM, reader.zone))
      return from;
  }
  return digestMoment(reader, plusDays(today, 3));
}

/** True when an urgent mail may leave now: none yet on this local day. */
export function urgentIsFree(reader: Reader, now: Instant): boolean {
  const last = lastOf(reader, 'urgent');
  return !last || dayIn(reader.zone, last) !== dayIn(reader.zone, now);
}

/** The end of the quiet hours that hold at `now`, or undefined by day. */
export function quietUntil(zone: string, now: Instant): Instant | undefined {
  const today = dayIn(zone, now);
  const morning = instantAt(today, QUIET_UNTIL, zone);
  if (now < morning) return morning;
  if (now < instantAt(today, QUIET_FROM, zone)) return undefined;
  return instantAt(plusDays(today, 1), QUIET_UNTIL, zone);
}

function digestMoment(reader: Reader, day: Day): Instant {
  return plusMs(instantAt(day, DIGEST_FROM, reader.zone), minuteOf(reader.id) * MINUTE_MS);
}

function lastOf(reader: Reader, stream: Stream): Instant | undefined {
  return reader.mails.findLast((mail) => mail.stream === stream && counts(mail))?.claimedAt;
}

// The same person has the same minute every day, without anybody having to store it.
function minuteOf(id: string): number {
  const sum = [...id].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 65_521, 7);
  return sum % DIGEST_SPREAD_MINUTES;
}
