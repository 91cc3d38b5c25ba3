/** Replays a day: all who could be emailed are made due at once. Their ledgers decide: what was sent stays sent, what was missed is sent. */
import type { Day } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { type EmailRecord, takesItsDay } from '#shared/people/person/email-record.ts';
import type { PersonItem } from '#shared/people/person/person-item.ts';
import { chunkId } from '#shared/store/keys.ts';
import type { Store } from '#shared/store/store.ts';
import { type ChangePorts, makeDue } from '../change.ts';
import { everybody } from '../due-pages.ts';

export interface Replay {
  readonly day: Day;
  readonly people: number;
  /** Emails sent on that day, by each reader's calendar. */
  readonly emails: number;
  /** Nudges of that day that were in an earlier email too. */
  readonly duplicates: number;
  /** People whom the next sweep visits because of this. */
  readonly madeDue: number;
}

export async function replay(ports: ChangePorts, day: Day): Promise<Replay> {
  const { store } = ports;
  const now = ports.clock.now();
  const sums = { people: 0, emails: 0, duplicates: 0, madeDue: 0 };
  for await (const person of everybody(store)) {
    sums.people += 1;
    const left = (await ledgerOf(store, person)).filter(takesItsDay);
    const ofDay = left.filter(({ claimedAt }) => dayIn(zoneOf(person), claimedAt) === day);
    sums.emails += ofDay.length;
    sums.duplicates += saidTwice(ofDay, left);
    if (person.dueAt > now && (await makeDue(ports, person, now))) sums.madeDue += 1;
  }
  return { day, ...sums };
}

/** Every email of a person, those in chunks too. */
async function ledgerOf(store: Store, person: PersonItem): Promise<EmailRecord[]> {
  const chunks = person.kind === 'applicant' ? person.chunks : 0;
  const older: EmailRecord[] = [];
  for (let n = 1; n <= chunks; n += 1) {
    older.push(...((await store.read('chunk', chunkId(person.id, n)))?.emails ?? []));
  }
  return [...older, ...person.emails];
}

function saidTwice(ofDay: readonly EmailRecord[], all: readonly EmailRecord[]): number {
  // A returned email was not read: sending it again is no duplicate.
  const read = all.filter(({ status }) => status !== 'returned');
  return ofDay
    .flatMap((email) => email.keys.map((key) => ({ key, n: email.n })))
    .filter(({ key, n }) => read.some((other) => other.n < n && other.keys.includes(key))).length;
}

function zoneOf(person: PersonItem): string {
  return person.kind === 'writer'
    ? person.zone
    : person.kind === 'applicant'
      ? person.facts.profile.zone
      : person.profile.zone;
}
