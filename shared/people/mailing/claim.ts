/**
 * Claim, record, act, record. An email is claimed in the person's own item before it leaves, on the very version it was
 * planned from; its fate is recorded after. A crash between the two leaves a claim that anybody can see and settle.
 */

import { LEASE_MARGIN_MS, LEASE_MS } from '#shared/base/limits.ts';
import { type Instant, plusMs } from '#shared/base/time/instant.ts';
import { type Blame, latestMail, type MailRecord } from '../person/mail-record.ts';
import type { Cause } from '../person/person.ts';
import { calendarKeys } from './ledger.ts';
import type { PlannedMail } from './plan.ts';
import { isRequested } from './requested.ts';

/** What of any person's item an email is recorded in. */
interface Mailed {
  readonly mails: readonly MailRecord[];
  readonly causes: readonly Cause[];
}

/** What the ledger keeps of a planned mail. */
export type MailEntry = Pick<MailRecord, 'stream' | 'keys' | 'rotationIds' | 'calendar'>;

/** The ledger's entry of an email to an applicant. */
export function entryOf(planned: PlannedMail): MailEntry {
  const { stream, causeId, nudges, overview } = planned;
  const said = [...nudges.map(({ key }) => key), ...(overview ? [overview.key] : [])];
  return {
    stream,
    keys: causeId ? [causeId] : said,
    rotationIds: rotationsOf(planned),
    ...(planned.calendar && { calendar: calendarKeys(planned.calendar) }),
  };
}

/** The item with one more mail, claimed now. Write it on the version that was planned from. */
export function claimMail<Person extends Mailed>(
  person: Person,
  entry: MailEntry,
  subject: string,
  now: Instant,
): { person: Person; n: number; leaseUntil: Instant } {
  const n = (latestMail(person.mails)?.n ?? 0) + 1;
  const leaseUntil = plusMs(now, LEASE_MS);
  const record: MailRecord = {
    n,
    ...entry,
    status: 'claimed',
    subject: subject.slice(0, 200),
    claimedAt: now,
    leaseUntil,
  };
  return { person: { ...person, mails: [...keptMails(person, entry), record] }, n, leaseUntil };
}

/** What is asked for is tried many times while it is refused: the ledger keeps the last of these tries. */
function keptMails({ mails }: Mailed, { stream, keys }: MailEntry): readonly MailRecord[] {
  if (!isRequested(stream)) return mails;
  return mails.filter(
    ({ status, cameBack, ...mail }) =>
      status !== 'failed' ||
      (cameBack && cameBack.blames !== 'sender') ||
      !keys.every((key) => mail.keys.includes(key)),
  );
}

/** True while a claimed mail may still be sent: not within the margin before its lease ends. */
export function maySend(leaseUntil: Instant, now: Instant): boolean {
  return now < plusMs(leaseUntil, -LEASE_MARGIN_MS);
}

export type OpenClaim =
  | { readonly state: 'none' }
  /** Somebody may be sending, or evidence may still come. */
  | { readonly state: 'waiting'; readonly until: Instant }
  /** No evidence came in time: it counts as lost, and the next look plans again. */
  | { readonly state: 'expired'; readonly n: number };

/** Nothing is planned over an open claim, but for what was asked for: such a claim is not waited for either. */
export function openClaim(
  mails: readonly MailRecord[],
  now: Instant,
  evidenceMs: number,
): OpenClaim {
  const claims = mails
    .filter(({ status }) => status === 'claimed')
    .map(({ n, stream, leaseUntil }) => ({ n, stream, until: plusMs(leaseUntil, evidenceMs) }));
  const expired = claims.find(({ until }) => until <= now);
  if (expired) return { state: 'expired', n: expired.n };
  const waiting = claims.find(({ stream }) => !isRequested(stream));
  return waiting ? { state: 'waiting', until: waiting.until } : { state: 'none' };
}

/** The fate of mail `n`, or undefined when that is already known and nothing is to be written. */
export function settleMail<Person extends Mailed>(
  person: Person,
  n: number,
  fate: 'sent' | 'failed' | 'lost',
  now: Instant,
  reason?: string,
  blames?: Blame,
): Person | undefined {
  const mail = person.mails.find((each) => each.n === n);
  // Evidence of a sending turns a lost mail into a sent one; nothing turns a lost mail into a failed one.
  const open = mail?.status === 'claimed' || (mail?.status === 'lost' && fate === 'sent');
  if (!mail || !open) return undefined;
  const settled: MailRecord = {
    ...mail,
    status: fate,
    settledAt: now,
    ...(reason && { reason: reason.slice(0, 200) }),
    ...(blames && { cameBack: { at: now, blames } }),
  };
  return {
    ...person,
    mails: person.mails.map((each) => (each === mail ? settled : each)),
    // An answered cause goes: the ledger that remembers its email may one day lie in a chunk.
    causes: person.causes.filter(({ id }) => fate !== 'sent' || !mail.keys.includes(id)),
  };
}

/** The person whose email `n` is at its reader's server; undefined when that is known, or no such email left. */
export function withDelivered<Person extends Mailed>(
  person: Person,
  n: number,
): Person | undefined {
  return withMail(person, n, (mail) => {
    const left = mail.status === 'sent' || mail.status === 'returned';
    return left && !mail.delivered ? { ...mail, status: 'sent', delivered: true } : undefined;
  });
}

/** The person whose email `n` came back. What was delivered stays sent; the rest is planned again. Undefined when that is known. */
export function withCameBack<Person extends Mailed>(
  person: Person,
  n: number,
  blames: Blame,
  now: Instant,
): Person | undefined {
  return withMail(person, n, (mail) => {
    if (mail.status !== 'sent' || mail.cameBack) return undefined;
    return {
      ...mail,
      ...(!mail.delivered && { status: 'returned', settledAt: now }),
      cameBack: { at: now, blames },
    };
  });
}

function withMail<Person extends Mailed>(
  person: Person,
  n: number,
  change: (mail: MailRecord) => MailRecord | undefined,
): Person | undefined {
  const mail = person.mails.find((each) => each.n === n);
  const changed = mail && change(mail);
  if (!changed) return undefined;
  return { ...person, mails: person.mails.map((each) => (each === mail ? changed : each)) };
}

function rotationsOf(planned: PlannedMail): string[] {
  const ids = planned.nudges.flatMap(({ occasion }) => occasion.rotationId ?? []);
  return [...new Set([...ids, ...(planned.rotationId ? [planned.rotationId] : [])])];
}
