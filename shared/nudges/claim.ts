/**
 * Claim, record, act, record. A mail is claimed in the person's own item before it leaves, on the very version it was
 * planned from; its fate is recorded after. A crash between the two leaves a claim that anybody can see and settle.
 */
import type { Applicant } from '../applicant/applicant.ts';
import { LEASE_MARGIN_MS, LEASE_MS } from '../limits.ts';
import { type Instant, plusMs } from '../time/instant.ts';
import { latestMail, type MailRecord } from './mail-record.ts';
import type { PlannedMail } from './plan.ts';

/** The item with one more mail, claimed now. Write it on the version that was planned from. */
export function claimMail(
  applicant: Applicant,
  planned: PlannedMail,
  subject: string,
  now: Instant,
): { applicant: Applicant; n: number; leaseUntil: Instant } {
  const n = (latestMail(applicant.mails)?.n ?? 0) + 1;
  const leaseUntil = plusMs(now, LEASE_MS);
  const record: MailRecord = {
    n,
    stream: planned.stream,
    status: 'claimed',
    keys: planned.causeId ? [planned.causeId] : planned.nudges.map(({ key }) => key),
    rotationIds: rotationsOf(planned),
    subject: subject.slice(0, 200),
    claimedAt: now,
    leaseUntil,
  };
  return { applicant: { ...applicant, mails: [...applicant.mails, record] }, n, leaseUntil };
}

/** True while a claimed mail may still be sent: not within the margin before its lease ends. */
export function maySend(leaseUntil: Instant, now: Instant): boolean {
  return now < plusMs(leaseUntil, -LEASE_MARGIN_MS);
}

export type OpenClaim =
  | { readonly state: 'none' }
  /** Somebody may be sending, or evidence may still come. */
  | { readonly state: 'waiting'; readonly until: Instant }
  /** No evidence came in time: it counts as lost, and the next look plans anew. */
  | { readonly state: 'expired'; readonly n: number };

/** How the newest mail stands. Only the newest can be open: nothing is claimed over an open claim. */
export function openClaim(
  mails: readonly MailRecord[],
  now: Instant,
  evidenceMs: number,
): OpenClaim {
  const mail = latestMail(mails);
  if (mail?.status !== 'claimed') return { state: 'none' };
  const until = plusMs(mail.leaseUntil, evidenceMs);
  return now < until ? { state: 'waiting', until } : { state: 'expired', n: mail.n };
}

/** The fate of mail `n`, or undefined when that is already known and nothing is to be written. */
export function settleMail(
  applicant: Applicant,
  n: number,
  fate: 'sent' | 'failed' | 'lost',
  now: Instant,
  reason?: string,
): Applicant | undefined {
  const mail = applicant.mails.find((each) => each.n === n);
  // Evidence of a sending turns a lost mail into a sent one; nothing turns a lost mail into a failed one.
  const open = mail?.status === 'claimed' || (mail?.status === 'lost' && fate === 'sent');
  if (!mail || !open) return undefined;
  const settled: MailRecord = {
    ...mail,
    status: fate,
    settledAt: now,
    ...(reason && { reason: reason.slice(0, 200) }),
  };
  return {
    ...applicant,
    mails: applicant.mails.map((each) => (each === mail ? settled : each)),
    // An answered cause goes: the ledger that remembers its mail may one day lie in a chunk.
    causes: applicant.causes.filter(({ id }) => fate !== 'sent' || !mail.keys.includes(id)),
  };
}

function rotationsOf(planned: PlannedMail): string[] {
  const ids = planned.nudges.flatMap(({ occasion }) => occasion.rotationId ?? []);
  return [...new Set([...ids, ...(planned.rotationId ? [planned.rotationId] : [])])];
}
