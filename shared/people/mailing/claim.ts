/** Claim, send, record: claimed on the version it was planned from. A crash in between leaves a claim that any process can settle. */
import { LEASE_MARGIN_MS, LEASE_MS } from '#shared/base/limits.ts';
import { type Instant, plusMs } from '#shared/base/time/instant.ts';
import { type Blame, type EmailRecord, latestEmail } from '../person/email-record.ts';
import type { Cause } from '../person/person.ts';
import { calendarKeys } from './ledger.ts';
import type { PlannedEmail } from './plan.ts';
import { isRequested } from './requested.ts';

interface Emailed {
  readonly emails: readonly EmailRecord[];
  readonly causes: readonly Cause[];
}

export type EmailEntry = Pick<EmailRecord, 'stream' | 'keys' | 'rotationIds' | 'calendar'>;

export function entryOf(planned: PlannedEmail): EmailEntry {
  const { stream, causeId, nudges, overview } = planned;
  const said = [...nudges.map(({ key }) => key), ...(overview ? [overview.key] : [])];
  return {
    stream,
    keys: causeId ? [causeId] : said,
    rotationIds: rotationsOf(planned),
    ...(planned.calendar && { calendar: calendarKeys(planned.calendar) }),
  };
}

/** Write the result on the version that the email was planned from. */
export function claimEmail<Person extends Emailed>(
  person: Person,
  entry: EmailEntry,
  subject: string,
  now: Instant,
): { person: Person; n: number; leaseUntil: Instant } {
  const n = (latestEmail(person.emails)?.n ?? 0) + 1;
  const leaseUntil = plusMs(now, LEASE_MS);
  const record: EmailRecord = {
    n,
    ...entry,
    status: 'claimed',
    subject: subject.slice(0, 200),
    claimedAt: now,
    leaseUntil,
  };
  return { person: { ...person, emails: [...keptEmails(person, entry), record] }, n, leaseUntil };
}

/** A requested email is retried while it is refused; the ledger keeps only the last attempt. */
function keptEmails({ emails }: Emailed, { stream, keys }: EmailEntry): readonly EmailRecord[] {
  if (!isRequested(stream)) return emails;
  return emails.filter(
    ({ status, cameBack, ...email }) =>
      status !== 'failed' ||
      (cameBack && cameBack.blames !== 'sender') ||
      !keys.every((key) => email.keys.includes(key)),
  );
}

/** False within the margin before the lease ends. */
export function maySend(leaseUntil: Instant, now: Instant): boolean {
  return now < plusMs(leaseUntil, -LEASE_MARGIN_MS);
}

type OpenClaim =
  | { readonly state: 'none' }
  /** Someone may be sending it, or a report may still arrive. */
  | { readonly state: 'waiting'; readonly until: Instant }
  /** No report arrived in time: it counts as lost, and the next visit plans it again. */
  | { readonly state: 'expired'; readonly n: number };

/** An open claim blocks further planning, except for requested emails, which neither wait nor block. */
export function openClaim(
  emails: readonly EmailRecord[],
  now: Instant,
  evidenceMs: number,
): OpenClaim {
  const claims = emails
    .filter(({ status }) => status === 'claimed')
    .map(({ n, stream, leaseUntil }) => ({ n, stream, until: plusMs(leaseUntil, evidenceMs) }));
  const expired = claims.find(({ until }) => until <= now);
  if (expired) return { state: 'expired', n: expired.n };
  const waiting = claims.find(({ stream }) => !isRequested(stream));
  return waiting ? { state: 'waiting', until: waiting.until } : { state: 'none' };
}

/** Records the result of email `n`; undefined when it is already known. */
export function settleEmail<Person extends Emailed>(
  person: Person,
  n: number,
  fate: 'sent' | 'failed' | 'lost',
  now: Instant,
  reason?: string,
  blames?: Blame,
): Person | undefined {
  const email = person.emails.find((each) => each.n === n);
  // A lost email can turn out to be sent, but never failed.
  const open = email?.status === 'claimed' || (email?.status === 'lost' && fate === 'sent');
  if (!email || !open) return undefined;
  const settled: EmailRecord = {
    ...email,
    status: fate,
    settledAt: now,
    ...(reason && { reason: reason.slice(0, 200) }),
    ...(blames && { cameBack: { at: now, blames } }),
  };
  return {
    ...person,
    emails: person.emails.map((each) => (each === email ? settled : each)),
    // Drop the answered cause: the ledger entry of its email may move to a chunk later.
    causes: person.causes.filter(({ id }) => fate !== 'sent' || !email.keys.includes(id)),
  };
}

/** Email `n` reached its recipient's server; undefined when that is known or no such email was sent. */
export function withDelivered<Person extends Emailed>(
  person: Person,
  n: number,
): Person | undefined {
  return withEmail(person, n, (email) => {
    const left = email.status === 'sent' || email.status === 'returned';
    return left && !email.delivered ? { ...email, status: 'sent', delivered: true } : undefined;
  });
}

/** Email `n` came back: it is planned again unless it was delivered. Undefined when that is known. */
export function withCameBack<Person extends Emailed>(
  person: Person,
  n: number,
  blames: Blame,
  now: Instant,
): Person | undefined {
  return withEmail(person, n, (email) => {
    if (email.status !== 'sent' || email.cameBack) return undefined;
    return {
      ...email,
      ...(!email.delivered && { status: 'returned', settledAt: now }),
      cameBack: { at: now, blames },
    };
  });
}

function withEmail<Person extends Emailed>(
  person: Person,
  n: number,
  change: (email: EmailRecord) => EmailRecord | undefined,
): Person | undefined {
  const email = person.emails.find((each) => each.n === n);
  const changed = email && change(email);
  if (!changed) return undefined;
  return { ...person, emails: person.emails.map((each) => (each === email ? changed : each)) };
}

function rotationsOf(planned: PlannedEmail): string[] {
  const ids = planned.nudges.flatMap(({ occasion }) => occasion.rotationId ?? []);
  return [...new Set([...ids, ...(planned.rotationId ? [planned.rotationId] : [])])];
}
