/** One email to one person, from its claim to its fate. The ledger is a list of these. */
import * as z from 'zod';
import type { Day } from '#shared/base/time/day.ts';
import { instantSchema } from '#shared/base/time/instant.ts';

/** A digest is the day's one email; urgent goes beside it; the others answer a cause of their own. */
export const streamSchema = z.enum([
  'digest',
  'urgent',
  'letters',
  'link',
  'correction',
  'sign-in',
  'confirm',
  'date-moved',
  'message',
  'brief',
]);
export type Stream = z.infer<typeof streamSchema>;

/**
 * claimed: about to be sent, or sent and not yet recorded. sent: accepted by the mail system. failed: refused for
 * certain, nothing left. lost: the claim's time ran out with no evidence either way; counted and shown. returned: it left,
 * and came back undelivered.
 */
const mailStatusSchema = z.enum(['claimed', 'sent', 'failed', 'lost', 'returned']);

/** Whose matter it is that an email did not arrive: there is no such address, its mailbox is full or away, or it is ours. */
const blameSchema = z.enum(['address', 'mailbox', 'sender']);
export type Blame = z.infer<typeof blameSchema>;

export const mailRecordSchema = z.strictObject({
  n: z.int().min(1),
  stream: streamSchema,
  status: mailStatusSchema,
  /** Keys of what it says: (rule, subject, deadline value, rung), or the id of a cause. */
  keys: z.array(z.string()),
  /** What it put into the reader's calendar, or took out: (calendar, entry, day, on or off). */
  calendar: z.array(z.string()).exactOptional(),
  /** Rotations it speaks of, so that an undo knows whom to correct. */
  rotationIds: z.array(z.string()),
  subject: z.string().max(200),
  claimedAt: instantSchema,
  leaseUntil: instantSchema,
  settledAt: instantSchema.exactOptional(),
  /** Its reader's server has it: whatever comes back later, it stays sent. */
  delivered: z.literal(true).exactOptional(),
  /** It was refused, or came back. */
  cameBack: z.strictObject({ at: instantSchema, blames: blameSchema }).exactOptional(),
  /** Why it failed or was lost, in words. */
  reason: z.string().max(200).exactOptional(),
});
export type MailRecord = z.infer<typeof mailRecordSchema>;

/** The newest mail: the only one that can still be open. */
export function latestMail(mails: readonly MailRecord[]): MailRecord | undefined {
  return mails.at(-1);
}

/** Every key that these emails have said, or are about to say. */
export function keysSaid(mails: readonly MailRecord[]): string[] {
  return mails.filter(counts).flatMap(({ keys }) => keys);
}

/** True for an email that was read, or may have been. What failed, was lost or came back is planned again. */
export function counts({ status }: MailRecord): boolean {
  return status === 'claimed' || status === 'sent';
}

/** True for an email that took its day's place, also where it came back: it is tried again on another day. */
export function takesItsDay(mail: MailRecord): boolean {
  return counts(mail) || mail.status === 'returned';
}

/** What a nudge is known by: said once, and again only when its date moves. */
export function keyOfNudge(rule: string, subject: string, day: Day, rung: string): string {
  return [rule, subject, day, rung].join('|');
}

/** The day a key speaks of; the empty text for the id of a cause. */
export function dayOfKey(key: string): string {
  return key.split('|')[2] ?? '';
}
