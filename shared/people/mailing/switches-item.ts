/** The switch for all email: on, only what cannot wait, or off. There is one such item. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import { type EmailRecord, type Stream, takesItsDay } from '../person/email-record.ts';
import type { PersonKind } from '../person/person.ts';
import { isRequested } from './requested.ts';

/** Emails to people who never wrote to us; their complaints are counted separately. */
interface Ledger {
  readonly kind: PersonKind;
  readonly emails: readonly EmailRecord[];
}

/** A confirmation of an address that anyone may have typed, or the first email to a letter writer. */
export function isFirstContact({ kind, emails }: Ledger, n: number): boolean {
  const email = emails.find((each) => each.n === n);
  if (email?.stream === 'confirm') return true;
  return kind === 'writer' && emails.find(takesItsDay)?.n === n;
}

/** `critical`: only requested links, corrections, and urgent emails are sent; the rest is held, not dropped. */
const sendingSchema = z.enum(['on', 'critical', 'stopped']);
export type Sending = z.infer<typeof sendingSchema>;

export const switchesSchema = z.strictObject({
  kind: z.literal('switches'),
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  sending: sendingSchema,
  changedAt: instantSchema,

  by: z.enum(['operator', 'complaints']).exactOptional(),
  /** When an operator last resumed sending (UTC): earlier complaints were reviewed and no longer count. */
  resumedOn: daySchema.exactOptional(),
});
export type Switches = z.infer<typeof switchesSchema>;

export const SWITCHES_ID = 'sending';

const CRITICAL: readonly Stream[] = ['urgent', 'correction'];

/** True for an email that is sent even while complaints are reviewed. */
export function isCritical(stream: Stream): boolean {
  return isRequested(stream) || CRITICAL.includes(stream);
}

/** Emails, complaints, and missing addresses per UTC day. */
const sideSchema = z.strictObject({
  sent: z.int().min(0),
  complained: z.int().min(0),
  /** Hashes of the complainers' addresses, each once. */
  by: z.array(z.string().max(64)).default([]),
});

export const tallySchema = z.strictObject({
  kind: z.literal('email-tally'),
  /** A UTC day. */
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  /** When the day no longer counts. Days counted by an older release have none. */
  expiresAt: instantSchema.exactOptional(),
  ...sideSchema.shape,
  /** Emails to people who never wrote to us; they complain more often and are counted separately. */
  firstContacts: sideSchema.default({ sent: 0, complained: 0, by: [] }),
  /** By hash of the domain: hashes of its unknown addresses. */
  missing: z.record(z.string(), z.array(z.string().max(64))).default({}),
});
export type Tally = z.infer<typeof tallySchema>;
export type TallySide = z.infer<typeof sideSchema>;
