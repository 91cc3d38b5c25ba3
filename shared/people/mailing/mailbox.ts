/** What the ledger shows about a mailbox: whether it counts as gone, and when to try it again. */
import {
  DAY_MS,
  HOUR_MS,
  type Instant,
  latestOf,
  msBetween,
  plusMs,
} from '#shared/base/time/instant.ts';
import type { Blame, EmailRecord } from '../person/email-record.ts';
import { BACK_OFF_MAX_MS, BACK_OFF_MS } from '../person/person.ts';
import { isRequested } from './requested.ts';

/** Emails returned in a row by an unavailable mailbox before it counts as gone. */
const RETURNED_MAX = 3;

const WEEK_MS = 7 * DAY_MS;
/** Refusals are retried within hours, so those of one day count once. */
const REFUSALS_APART_MS = 20 * HOUR_MS;

/** An email that was refused or came back. */
type Setback = EmailRecord & { readonly cameBack: NonNullable<EmailRecord['cameBack']> };

/** No such address (refused twice, a day apart, nothing delivered in between), or a mailbox unavailable three times within a week. */
export function isGone(emails: readonly EmailRecord[]): boolean {
  const setbacks = setbacksOf(emails);
  const refused = timesOf(setbacks, 'address');
  const [last] = refused;
  if (last && refused.some((at) => msBetween(at, last) >= DAY_MS)) return true;
  return daysAway(setbacks).length >= RETURNED_MAX;
}

/** When the next unrequested email may be tried; undefined if at once. */
export function triedAgainFrom(emails: readonly EmailRecord[]): Instant | undefined {
  const setbacks = setbacksOf(emails);
  const [refusedAt] = timesOf(setbacks, 'address');
  const own = setbacks.filter(({ stream }) => !isRequested(stream));
  const [last] = own;
  // The system that returned an email had already tried for hours.
  const growing = Math.min(BACK_OFF_MS * 2 ** (own.length - 1), BACK_OFF_MAX_MS);
  const waitMs = last?.status === 'failed' ? growing : DAY_MS;
  const waits = [
    ...(refusedAt ? [plusMs(refusedAt, DAY_MS)] : []),
    ...(last ? [plusMs(last.cameBack.at, waitMs)] : []),
  ];
  const [first, ...others] = waits;
  return first && latestOf(first, ...others);
}

/** Setbacks since the last delivered email, newest first. */
function setbacksOf(emails: readonly EmailRecord[]): Setback[] {
  const arrived = emails.findLastIndex(({ status, cameBack }) => status === 'sent' && !cameBack);
  return emails
    .slice(arrived + 1)
    .filter((email): email is Setback => email.cameBack !== undefined)
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
