/** Until when a live nudge must leave, and what faults may add to that. */
import {
  DAY_MS,
  dayIn,
  HOUR_MS,
  type Instant,
  latestOf,
  msBetween,
  plusMs,
} from '#shared/base/time/instant.ts';
import { digestBy, isQuiet, quietEnds, weekIsOver } from './due.ts';
import { type FaultKind, RECOVERY_MS } from './faults.ts';
import { emailsRead, type Fault, isHardDate, type Live, type Watched } from './watched.ts';

/** What a fault may cost, besides the back-off of what threw. A sweep that died is restarted after minutes. */
const DELAY_MS: Readonly<Record<FaultKind, number>> = {
  'crash-before': RECOVERY_MS,
  'crash-after': RECOVERY_MS,
  conflict: 0,
  throws: 0,
  slept: 2 * HOUR_MS,
  refused: 0,
  unknown: 2 * HOUR_MS,
  bounced: DAY_MS,
  skipped: HOUR_MS,
  settles: 3 * HOUR_MS,
};

/** A fault before a nudge became live can still hold it up this long: an open claim, a back-off of hours after failures of yesterday. */
const REACH_MS: Readonly<Record<FaultKind, number>> = {
  'crash-before': RECOVERY_MS,
  'crash-after': RECOVERY_MS,
  conflict: 0,
  throws: 36 * HOUR_MS,
  slept: 2 * HOUR_MS,
  refused: 36 * HOUR_MS,
  unknown: 2 * HOUR_MS,
  bounced: DAY_MS,
  skipped: HOUR_MS,
  settles: 3 * HOUR_MS,
};

/** The moment by which a live nudge must have left; `isDeadline` where it is the deadline itself. */
export function mustLeaveBy(
  person: Watched,
  live: Live,
  delayMs: number,
): { by: Instant; isDeadline: boolean } {
  const { wishes } = person;
  const { occasion, firmBy } = live;
  const third = emailsRead(person).at(-3)?.at;
  const goes = latestOf(live.since, live.by);
  const capped = third ? latestOf(goes, weekIsOver(wishes, third)) : goes;
  const firm = firmBy && latestOf(live.since, firmBy);
  const since = firm && firm < capped ? firm : capped;
  const lastDigest = person.digests.at(-1)?.at;
  const by = digestBy(wishes, since, lastDigest, delayMs);
  const end = occasion?.deadline.at;
  const isHard = occasion !== undefined && isHardDate(occasion);
  if (!isHard || !end || end > by || end <= since) return { by, isDeadline: false };
  // A plan may wait for a digest that opens in time: then one look is sure, and it is the last.
  const opens = digestBy(wishes, since, lastDigest, 0, 'earliest');
  const looks = Math.min(looksBefore(person, since, end), opens < end ? 1 : Infinity);
  return looks * HOUR_MS > delayMs
    ? { by: plusMs(end, -1), isDeadline: true }
    : { by, isDeadline: false };
}

/** Sweeps that could have sent an urgent email: from `since` until the deadline. */
function looksBefore({ wishes, urgents }: Watched, since: Instant, end: Instant): number {
  let looks = 0;
  for (let at = hourFrom(since); at < end; at = plusMs(at, HOUR_MS)) {
    const isHeld = isQuiet(wishes, at) && end > plusMs(quietEnds(wishes, at), HOUR_MS);
    const isUsed = urgents.some((other) => dayIn(wishes.zone, other.at) === dayIn(wishes.zone, at));
    if (!isHeld && !isUsed) looks += 1;
  }
  return looks;
}

/** How much later the faults near an obligation let it come: milliseconds. */
export function delayOf(
  faults: readonly Fault[],
  since: Instant,
  now: Instant,
  evidenceMs: number,
): number {
  const near = faults.filter(({ kind, at }) => {
    const reachMs = Math.max(REACH_MS[kind], costOf(kind, evidenceMs));
    return plusMs(at, reachMs) >= since && at <= now;
  });
  const backOffs = near.filter(({ kind }) => kind === 'throws' || kind === 'refused').length;
  const others = near.reduce((sum, { kind }) => sum + costOf(kind, evidenceMs), 0);
  return others + (backOffs > 0 ? 2 ** (backOffs + 1) - 1 : 0) * HOUR_MS;
}

/**
 * Where evidence may come, a claim that a fault left open is held for it; then one hourly sweep calls it lost, and the
 * next one plans again.
 */
function costOf(kind: FaultKind, evidenceMs: number): number {
  const leavesClaimOpen = kind.startsWith('crash') || kind === 'slept' || kind === 'unknown';
  if (!leavesClaimOpen || evidenceMs === 0) return DELAY_MS[kind];
  return evidenceMs + 2 * HOUR_MS;
}

/** The first full hour at or after a moment. */
function hourFrom(at: Instant): Instant {
  const overMs = msBetween('1970-01-01T00:00:00.000Z', at) % HOUR_MS;
  return overMs === 0 ? at : plusMs(at, HOUR_MS - overMs);
}
