/** What the ledger tells of a reader's mailbox: whether it counts as gone, and when it is written to again. */

import {
  DAY_MS,
  HOUR_MS,
  type Instant,
  latestOf,
  msBetween,
  plusMs,
} from '#shared/base/time/instant.ts';
import { BACK_OFF_MAX_MS, BACK_OFF_MS } from '../person/back-off.ts';
import type { Blame, MailRecord } from '../person/mail-record.ts';
import { isRequested } from './requested.ts';

/** Emails that came back one after another from a mailbox that is full or away, before it counts as gone. */
const RETURNED_MAX = 3;

const WEEK_MS = 7 * DAY_MS;
/** A mail system that is handed the message itself is asked again within hours: its refusals of one day are one. */
const REFUSALS_APART_MS = 20 * HOUR_MS;

/** An email that was refused or came back. */
type Setback = MailRecord & { readonly cameBack: NonNullable<MailRecord['cameBack']> };

/**
 * True where nobody has the address, which two refusals a day apart say with nothing that arrived between them, or where
 * the mailbox was full or away three times within a week.
 */
export function isGone(mails: readonly MailRecord[]): boolean {
  const setbacks = setbacksOf(mails);
  const refused = timesOf(setbacks, 'address');
  const [last] = refused;
  if (last && refused.some((at) => msBetween(at, last) >= DAY_MS)) return true;
  return daysAway(setbacks).length >= RETURNED_MAX;
}

/** When the next email that nobody asked for may be tried; undefined while nothing holds it. */
export function triedAgainFrom(mails: readonly MailRecord[]): Instant | undefined {
  const setbacks = setbacksOf(mails);
  const [refusedAt] = timesOf(setbacks, 'address');
  const own = setbacks.filter(({ stream }) => !isRequested(stream));
  const [last] = own;
  // What came back was tried for hours by the system that gave it back.
  const growing = Math.min(BACK_OFF_MS * 2 ** (own.length - 1), BACK_OFF_MAX_MS);
  const waitMs = last?.status === 'failed' ? growing : DAY_MS;
  const waits = [
    ...(refusedAt ? [plusMs(refusedAt, DAY_MS)] : []),
    ...(last ? [plusMs(last.cameBack.at, waitMs)] : []),
  ];
  const [first, ...others] = waits;
  return first && latestOf(first, ...others);
}

/** Those since the last email that arrived, newest first. A later setback of the same email is not an arrival. */
function setbacksOf(mails: readonly MailRecord[]): Setback[] {
  const arrived = mails.findLastIndex(({ status, cameBack }) => status === 'sent' && !cameBack);
  return mails
    .slice(arrived + 1)
    .filter((mail): mail is Setback => mail.cameBack !== undefined)
    .toSorted((a, b) => (a.cameBack.at < b.cameBack.at ? 1 : -1));
}

function timesOf(setbacks: readonly Setback[], blame: Blame): Instant[] {
  return setbacks
    .filter(({ cameBack }) => cameBack.blames === blame)
    .map(({ cameBack }) => cameBack.at);
}

/** Those that count, within a week of the last one, newest first. */
function daysAway(setbacks: readonly Setback[]): Instant[] {
  const counted: Instant[] = [];
  for (const { status, cameBack } of setbacks) {
    const [newest = cameBack.at] = counted;
    const later = counted.at(-1);
    const isOneMore =
      status !== 'failed' || !later || msBetween(cameBack.at, later) >= REFUSALS_APART_MS;
    const isNear = msBetween(cameBack.at, newest) <= WEEK_MS;
    if (cameBack.blames === 'mailbox' && isOneMore && isNear) counted.push(cameBack.at);
  }
  return counted;
}
