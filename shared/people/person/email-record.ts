/** One email to one person, from its claim to its fate. The ledger is a list of these. */
import * as z from 'zod';
import type { Day } from '#shared/base/time/day.ts';
import { instantSchema } from '#shared/base/time/instant.ts';

/** A digest is the day's one email, urgent may be a second one, and each other stream answers a cause of its own. */
export const streamSchema = z.enum([
  'digest',
  'urgent',
  'letters',
  'link',
  'correction',
  'sign-in',
  'confirm',
  'notice',
  'date-moved',
  'message',
  'brief',
]);
export type Stream = z.infer<typeof streamSchema>;

const emailStatusSchema = z.enum([
  'claimed', // About to be sent, or sent and not yet recorded.
  'sent', // Accepted by the email system.
  'failed', // Certainly refused, not sent.
  'lost', // The claim's time ran out with no evidence either way; counted and shown.
  'returned', // It was sent, and came back undelivered.
]);

/** Why an email did not arrive: there is no such address, its mailbox is full or unavailable, or the fault is ours. */
const blameSchema = z.enum(['address', 'mailbox', 'sender']);
export type Blame = z.infer<typeof blameSchema>;

export const emailRecordSchema = z.strictObject({
  n: z.int().min(1),
  stream: streamSchema,
  status: emailStatusSchema,
  /** Keys of what it says: (rule, subject, deadline value, rung), or the id of a cause. */
  keys: z.array(z.string()),
  /** What it added to the reader's calendar, or removed: (calendar, entry, day, on or off). */
  calendar: z.array(z.string()).exactOptional(),
  /** The rotations it is about, so that an undo knows what to correct. */
  rotationIds: z.array(z.string()),
  subject: z.string().max(200),
  claimedAt: instantSchema,
  leaseUntil: instantSchema,
  settledAt: instantSchema.exactOptional(),
  /** The reader's server accepted it: whatever comes back later, it stays sent. */
  delivered: z.literal(true).exactOptional(),
  cameBack: z.strictObject({ at: instantSchema, blames: blameSchema }).exactOptional(),
  reason: z.string().max(200).exactOptional(),
});
export type EmailRecord = z.infer<typeof emailRecordSchema>;

/** The newest email: the only one that can still be open. */
export function latestEmail(emails: readonly EmailRecord[]): EmailRecord | undefined {
  return emails.at(-1);
}

/** Every key that these emails have said, or are about to say. */
export function keysSaid(emails: readonly EmailRecord[]): string[] {
  return emails.filter(counts).flatMap(({ keys }) => keys);
}

/** True for an email that was read, or may have been. One that failed, was lost, or came back is planned again. */
export function counts({ status }: EmailRecord): boolean {
  return status === 'claimed' || status === 'sent';
}

/** True for an email that used up its day, even if it came back: it is tried again on another day. */
export function takesItsDay(email: EmailRecord): boolean {
  return counts(email) || email.status === 'returned';
}

/** The key of a reminder: it is sent once, and again only if its date changes. */
export function keyOfNudge(rule: string, subject: string, day: Day, rung: string): string {
  return [rule, subject, day, rung].join('|');
}

/** The day that a key is about; the empty text for the id of a cause. */
export function dayOfKey(key: string): string {
  return key.split('|')[2] ?? '';
}
