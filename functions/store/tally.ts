/** Counts how many emails were sent and who complained, a UTC day at a time. A person who complains twice counts once. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant, startOfDay } from '#shared/base/time/instant.ts';
import { SWITCHES_ID, type Tally, type TallySide } from '#shared/people/mailing/switches-item.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Store } from '#shared/store/store.ts';
import { type ChangePorts, change } from '../change.ts';
import { setSending } from './switches.ts';

/** Complaints among the emails sent: at 0.1 % email systems and SES begin to judge the sender, so we stop short of it. */
const COMPLAINT_RATE_MAX = 0.0008;
/** One or two people who press “spam” say nothing about the sender, however few emails were sent. */
const COMPLAINERS_MIN = 3;
/** Addresses of one domain that are missing on one day: with this many, the domain has a fault, or its name is misspelled. */
const MISSING_AT_DOMAIN_MIN = 5;
/** The most people who are counted one by one: every limit on them is reached long before. */
const MARKS_KEPT = 100;
/** A month is a representative volume for a school with a few dozen applicants. */
const TALLY_DAYS = 30;

export type TallyPorts = ChangePorts & { readonly pepper: string };

interface Count {
  readonly sent: number;
  readonly complained: number;
}

export interface Complaints extends Count {
  readonly people: number;
  /** Emails to people who had not written to us. */
  readonly firstContacts: Count;
}

/** False when too many count at once: this one stays uncounted. */
export async function countSent(ports: ChangePorts, isFirstContact: boolean): Promise<boolean> {
  return changeToday(ports, (today) =>
    withSide(today, isFirstContact, (side) => ({ ...side, sent: side.sent + 1 })),
  );
}

/** The last thirty days, without those that an operator has looked into and resumed after. */
export async function complaintsOf(store: Store, now: Instant): Promise<Complaints> {
  const { resumedOn } = (await store.read('switches', SWITCHES_ID)) ?? {};
  const today = dayIn('UTC', now);
  const days = Array.from({ length: TALLY_DAYS }, (_, index) => plusDays(today, -index));
  const counted = days.filter((day) => !resumedOn || day > resumedOn);
  const read = await Promise.all(counted.map((day) => store.read('email-tally', day)));
  const tallies = read.filter((tally) => tally !== undefined);
  return {
    ...sumOf(tallies),
    people: new Set(tallies.flatMap(({ by }) => by)).size,
    firstContacts: sumOf(tallies.map(({ firstContacts }) => firstContacts)),
  };
}

/** True when so many people complained that email systems begin to judge the sender. */
export function isTooMany({ sent, people }: Pick<Complaints, 'sent' | 'people'>): boolean {
  return people >= COMPLAINERS_MIN && people > sent * COMPLAINT_RATE_MAX;
}

/** Counts a complaint, and holds all but critical email if there are too many. True when it does. */
export async function heedComplaint(
  ports: TallyPorts,
  address: string,
  isFirstContact: boolean,
): Promise<boolean> {
  const mark = markOf(untagged(address), ports);
  await changeToday(ports, (today) => withSide(today, isFirstContact, (side) => heard(side, mark)));
  const now = ports.clock.now();
  if (isFirstContact || !isTooMany(await complaintsOf(ports.store, now))) return false;
  const after = await setSending(ports, 'critical', 'complaints', now);
  return after?.changedAt === now && after.by === 'complaints';
}

export async function countMissing(ports: TallyPorts, address: string): Promise<void> {
  const domain = markOf(domainOf(address), ports);
  const mark = markOf(address, ports);
  await changeToday(ports, (today) => ({
    ...today,
    missing: { ...today.missing, [domain]: withMark(today.missing[domain] ?? [], mark) },
  }));
}

/** True where so many addresses of one domain are missing on one day that the fault is not in each of them. */
export async function isDomainAtFault(ports: TallyPorts, address: string): Promise<boolean> {
  const domain = markOf(domainOf(address), ports);
  const today = dayIn('UTC', ports.clock.now());
  for (const day of [today, plusDays(today, -1)]) {
    const { missing = {} } = (await ports.store.read('email-tally', day)) ?? {};
    if ((missing[domain]?.length ?? 0) >= MISSING_AT_DOMAIN_MIN) return true;
  }
  return false;
}

function changeToday(ports: ChangePorts, changed: (today: Tally) => Tally): Promise<boolean> {
  const id = dayIn('UTC', ports.clock.now());
  return change(
    ports,
    'email-tally',
    id,
    (today = emptyTally(id)) => ({ write: changed(today), answer: true }),
    () => false,
  );
}

function withSide(
  today: Tally,
  isFirstContact: boolean,
  changed: (side: TallySide) => TallySide,
): Tally {
  if (isFirstContact) return { ...today, firstContacts: changed(today.firstContacts) };
  const { sent, complained, by } = today;
  return { ...today, ...changed({ sent, complained, by }) };
}

function heard(side: TallySide, mark: string): TallySide {
  if (side.by.includes(mark)) return side;
  return { ...side, complained: side.complained + 1, by: withMark(side.by, mark) };
}

function withMark(marks: readonly string[], mark: string): string[] {
  return marks.includes(mark) ? [...marks] : [...marks, mark].slice(-MARKS_KEPT);
}

function sumOf(sides: readonly Count[]): Count {
  return sides.reduce<Count>(
    (sum, { sent, complained }) => ({
      sent: sum.sent + sent,
      complained: sum.complained + complained,
    }),
    { sent: 0, complained: 0 },
  );
}

/** Enough to tell a few hundred apart. */
function markOf(text: string, { pepper }: TallyPorts): string {
  return hashAddress(text, pepper).slice(0, 16);
}

/** `ana@example.org` of `ana+away@example.org`: the same mailbox. */
function untagged(address: string): string {
  return address.replace(/(?<=.)\+[^@]*(?=@[^@]*$)/, '');
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function emptyTally(id: Day): Tally {
  const side = { sent: 0, complained: 0, by: [] };
  const expiresAt = startOfDay(plusDays(id, TALLY_DAYS + 1), 'UTC');
  const counts = { ...side, firstContacts: side, missing: {} };
  return { kind: 'email-tally', id, version: 0, expiresAt, ...counts };
}
