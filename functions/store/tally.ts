/**
 * How many mails left and how many were complained of, counted a UTC day. Counts, not a ledger: an event that comes
 * twice counts twice, which a rate over a month forgives.
 */
import { COMPLAINT_RATE_MAX, TALLY_DAYS } from '#shared/base/limits.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { SWITCHES_ID } from '#shared/people/mailing/switches-item.ts';
import type { Tally } from '#shared/people/mailing/tally-item.ts';
import type { Store } from '#shared/store/store.ts';
import { type ChangePorts, change } from '../change.ts';
import { setSending } from './switches.ts';

export interface Complaints {
  readonly sent: number;
  readonly complained: number;
}

/** False when too many count at once: this one stays uncounted. */
export async function count(
  ports: ChangePorts,
  what: 'sent' | 'complained',
  now: Instant,
): Promise<boolean> {
  const id = dayIn('UTC', now);
  return change(
    ports,
    'mail-tally',
    id,
    (today = emptyTally(id)) => ({ write: { ...today, [what]: today[what] + 1 }, answer: true }),
    () => false,
  );
}

/** The last thirty days, without those that an operator has looked into and resumed after. */
export async function complaintsOf(store: Store, now: Instant): Promise<Complaints> {
  const { resumedOn } = (await store.read('switches', SWITCHES_ID)) ?? {};
  const today = dayIn('UTC', now);
  const days = Array.from({ length: TALLY_DAYS }, (_, index) => plusDays(today, -index));
  const counted = days.filter((day) => !resumedOn || day > resumedOn);
  const tallies = await Promise.all(counted.map((day) => store.read('mail-tally', day)));
  return tallies.reduce<Complaints>(
    (sum, tally) => ({
      sent: sum.sent + (tally?.sent ?? 0),
      complained: sum.complained + (tally?.complained ?? 0),
    }),
    { sent: 0, complained: 0 },
  );
}

/** True when so many complained that mail systems begin to judge the sender. */
export function isTooMany({ sent, complained }: Complaints): boolean {
  return complained > sent * COMPLAINT_RATE_MAX;
}

/** Counts a complaint, and holds all but critical mail where they have become too many. True when it does. */
export async function heedComplaint(ports: ChangePorts, now: Instant): Promise<boolean> {
  await count(ports, 'complained', now);
  if (!isTooMany(await complaintsOf(ports.store, now))) return false;
  const after = await setSending(ports, 'critical', 'complaints', now);
  return after?.changedAt === now && after.by === 'complaints';
}

function emptyTally(id: Day): Tally {
  return { kind: 'mail-tally', id, version: 0, sent: 0, complained: 0 };
}
