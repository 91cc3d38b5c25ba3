/** Whether an email may be claimed: everything in it is live, nothing that is live is left out, and its hour is right. */

import { dayIn, HOUR_MS, type Instant, msBetween, plusMs } from '#shared/base/time/instant.ts';
import type { EmailRecord } from '#shared/people/person/email-record.ts';
import { digestBy, isOutsideDigestHours, isQuiet, quietEnds, weekIsOver } from './due.ts';
import type { Complain } from './verdict.ts';
import { emailsRead, isOf, liveOf, OVERVIEW, type Watched, wantedOf } from './watched.ts';

/** @param isExcused whether a key that left before may leave again */
export function judgeClaim(
  person: Watched,
  { stream, keys }: EmailRecord,
  at: Instant,
  complain: Complain,
  isExcused: (key: string) => boolean,
): void {
  const { id } = person.item;
  for (const key of keys) {
    const live = liveOf(person, key);
    if (live && live.from <= at) continue;
    if (person.gone.has(key)) {
      if (!isExcused(key)) complain('duplicates', id, key, at, 'was said before');
    } else if (person.item.reach !== 'ok' || !isOpen(person, key)) {
      complain('afterDone', id, key, at, `reach ${person.item.reach}, not open any more`);
    } else if (!isUnsure(person, key)) {
      complain('untimely', id, key, at, 'its rung is not current, it was just named, or acted on');
    }
  }
  if (stream === 'digest') judgeDigest(person, keys, at, complain);
  else judgeUrgent(person, keys, at, complain);
}

/** A lost email may have said a later rung of it, or not: nobody knows which rung is told next. */
function isUnsure({ gone, item }: Watched, key: string): boolean {
  const about = key.slice(0, key.lastIndexOf('|') + 1);
  return [...gone].some(
    ([other, n]) =>
      other.startsWith(about) &&
      item.emails.some((email) => email.n === n && email.status === 'lost'),
  );
}

function isOpen(person: Watched, key: string): boolean {
  if (key.startsWith('overview|')) return person.wishes.wantsOverview;
  return wantedOf(person).some((each) => isOf(each, key));
}

/** Of a key that is live, or that an earlier, lost email may have said: such a key has left and is open still. */
function deadlineOf({ open }: Watched, key: string): Instant | undefined {
  return open.find((each) => isOf(each, key))?.occasion.deadline.at;
}

/** Where a lost email may have said a key or an earlier rung of it, nobody knows by when it had to go. */
function isDue(person: Watched, key: string, at: Instant): boolean {
  const live = liveOf(person, key);
  if (!live || isUnsure(person, key)) return true;
  const third = emailsRead(person).at(-3)?.at;
  const isFull = third !== undefined && at < weekIsOver(person.wishes, third);
  const { by, firmBy } = live;
  return isFull ? firmBy !== undefined && firmBy <= at : by <= at;
}

function judgeDigest(
  person: Watched,
  keys: readonly string[],
  at: Instant,
  complain: Complain,
): void {
  const { wishes } = person;
  const { id } = person.item;
  const { zone } = wishes;
  const last = person.digests.at(-1)?.at;
  const key = `digest ${at}`;
  if (isOutsideDigestHours(wishes, at)) {
    complain('untimely', id, key, at, 'a digest in quiet hours or before its hour');
  }
  if (!keys.some((each) => isDue(person, each, at))) {
    complain('untimely', id, key, at, `nothing had to go, or the week was full: ${keys.join(' ')}`);
  }
  if (last && msBetween(last, at) < 20 * HOUR_MS) {
    complain('untimely', id, key, at, `the last one left at ${last}`);
  }
  if (last && dayIn(zone, last) === dayIn(zone, at)) {
    complain('untimely', id, key, at, 'a second digest on one day');
  }
  for (const [live, { from }] of person.live) {
    // An overview breaks a silence, and any other email has broken it.
    const isToJoin = live !== OVERVIEW && from <= at;
    if (isToJoin && !keys.includes(live)) {
      complain('missed', id, live, at, 'the digest left without it');
    }
  }
}

function judgeUrgent(
  person: Watched,
  keys: readonly string[],
  at: Instant,
  complain: Complain,
): void {
  const { wishes } = person;
  const { id } = person.item;
  const { zone } = wishes;
  const key = `urgent ${at}`;
  const ends = keys.flatMap((each) => deadlineOf(person, each) ?? []);
  const by = digestBy(wishes, at, person.digests.at(-1)?.at, 0);
  if (ends.some((end) => end <= at || end > by)) {
    complain('untimely', id, key, at, 'an urgent email that a digest would have served');
  }
  if (isQuiet(wishes, at)) {
    const holdsTo = plusMs(quietEnds(wishes, at), HOUR_MS);
    if (!ends.some((end) => end <= holdsTo)) complain('untimely', id, key, at, 'in quiet hours');
  }
  if (person.urgents.some((other) => dayIn(zone, other.at) === dayIn(zone, at))) {
    complain('untimely', id, key, at, 'a second urgent email on one day');
  }
}
