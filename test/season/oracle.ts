/**
 * Judges a season from outside. It is told every committed version of every person, every email that left, every fault
 * that was injected and every hour that passed, and works out on its own what should have been emailed when.
 *
 * What is open comes from the rules' `judge` (and, for three rules, from the facts by hand, to hold `judge` to account).
 * WHEN is the oracle's own (`due.ts`): ladder, gate, plan and 48-hour rule of the planner are not used.
 *
 * A nudge is (rule, subject, deadline day, rung). It is live while its occasion is open in the committed facts with time
 * passed and of a topic that is wanted, its rung is current and not put off, the person did not act on the subject within
 * 48 hours before the rung or since (but for what no cap suppresses), the person can be emailed, and neither it nor a later
 * rung has left yet. The newest rung says those before it. The day to which a thing was put off is a rung of its own. The
 * overview is a nudge too: after sixty days of silence, to someone who answered one of the last three emails.
 * A live nudge may join an email from its first day on, and must leave on its last
 * - by the first digest opportunity: at 11:00 local at the latest (or the hour the person chose) plus the sweep's hour, on a
 *   local day that had no digest, 20 hours after the last, before the evening's quiet hours; what a cap may hold waits until
 *   three days after its matter was last named, and until fewer than three emails left in seven days. A digest that leaves
 *   without what may join it has missed it, and one in which nothing has to go is too early;
 * - before its deadline, where a hard one passes before that opportunity and a sweep looked in between, on a local day
 *   without an urgent email, and not in quiet hours that could wait (deadline more than an hour after they end).
 * A nudge that stops being live before it must leave is not owed: the next rung is, or nothing.
 *
 * Faults excuse nothing; they delay. The same obligation is due later by what the protocol needs to recover: minutes for
 * a crash (the process is started again: one sweep calls the claim lost, the next sends), two hours for a process that
 * slept through its lease and lives, and the back-off of a visit that threw (1, 2, 4 … hours) with the sweep after it.
 * Only a nudge that such a delay carries past the end of its rung, or past its deadline, counts as `overtaken` and not as
 * `missed`; its next rung is owed as ever. Crashes alone overtake nothing.
 *
 * Over an email system that gives no evidence (`evidenceMs`), a claim is held open that much longer, and what left in an email
 * that counts as lost may leave once more where no event of it was heard either: such an email is counted as `excused`,
 * never as a duplicate. With the outbox there is neither.
 *
 * Where a date of the season moves, everyone who can be emailed is told once (`told-once.ts`), and owed by the new date from then.
 *
 * Nothing may leave that was not live in the version its claim was written on (`afterDone` where the occasion was over or
 * the person silent, `untimely` where only its hour was wrong), nothing may leave twice.
 */

import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, HOUR_MS, type Instant, latestOf, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { EmailRecord, Stream } from '#shared/people/person/email-record.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { World } from '#shared/world/world.ts';
import { wrongDatesOf } from './by-hand.ts';
import { type FaultKind, RECOVERY_MS } from './faults.ts';
import { judgeClaim } from './judge-claim.ts';
import { delayOf, mustLeaveBy } from './owed.ts';
import {
  answeredBy,
  countMovedFrom,
  dateMoved,
  excuseUnreachable,
  isToldAgain,
} from './told-once.ts';
import { complaintsBook, type Verdict } from './verdict.ts';
import {
  aboutOf,
  type Fault,
  isReachable,
  type Live,
  OVERVIEW,
  refresh,
  type Sent,
  type Watched,
  watch,
} from './watched.ts';

/** An email that left, with the keys of what its text says. */
export interface LeftEmail {
  readonly personId: string;
  readonly n: number;
  readonly stream: Stream;
  readonly keys: readonly string[];
  readonly at: Instant;
}

/** And as its reader sees it. */
export interface ReadEmail extends LeftEmail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Oracle {
  committed(item: Applicant, at: Instant): void;
  left(email: LeftEmail): void;
  /** An event of an email that left was heard to the end. */
  proved(personId: string, n: number): void;
  /** Without a person: whatever died there, everybody it had not come to waits for the next. */
  fault(kind: FaultKind, personId: string | undefined, at: Instant): void;
  /** The world is another one from now on, and whose season moved in it is told once. */
  worldMoved(matchYear: number, at: Instant): void;
  /** An hour's sweeps are over. */
  hourPassed(at: Instant): void;
  verdict(): Verdict;
}

const DAY_MAILS_MAX = 2;
const WEEK_EMAILS_MAX = 3;

/** After these nobody may know whether the email left. What came back did leave, and says so. */
const HIDE_ACCEPTANCE: readonly FaultKind[] = [
  'crash-before',
  'crash-after',
  'throws',
  'slept',
  'unknown',
];

/** @param evidenceMs how long a claim waits for evidence before it is lost; 0 where none can be missing */
export function oracleOf(worldFor: () => World, evidenceMs = 0): Oracle {
  const people = new Map<string, Watched>();
  const { complain, ...book } = complaintsBook();
  let deadSweeps: Fault[] = [];
  let lostClaims = 0;
  let emails = 0;

  function committed(item: Applicant, at: Instant): void {
    const known = people.get(item.id);
    const person = known ?? watch(item, at);
    if (known) {
      look(person, at, 'before');
      for (const email of item.emails) judgeRecord(person, email, at);
    } else {
      people.set(item.id, person);
    }
    for (const cause of item.causes) {
      const isNew = !person.item.causes.some(({ id }) => id === cause.id);
      if (isNew && !person.gone.has(cause.id)) person.causes.set(cause.id, at);
    }
    // What was asked of someone who cannot be emailed is owed from when they can be.
    if (known && !isReachable(known) && item.reach === 'ok') {
      for (const cause of person.causes.keys()) person.causes.set(cause, at);
    }
    // Another zone, hour or topic is another promise, counted from here.
    const hasMoved = wishTextOf(person.item.facts) !== wishTextOf(item.facts);
    person.item = item;
    if (hasMoved) {
      person.live.clear();
      countMovedFrom(person, at);
    }
    excuseUnreachable(person);
    see(person, at);
  }

  function judgeRecord(person: Watched, email: EmailRecord, at: Instant): void {
    const before = person.item.emails.find(({ n }) => n === email.n);
    if (email.status === 'lost' && before?.status === 'claimed') {
      lostClaims += 1;
      if (!isExplained(person, email)) {
        complain('unexplained', person.item.id, `email ${email.n}`, at, 'lost without a fault');
      }
      if (person.proved.has(email.n)) {
        complain(
          'unexplained',
          person.item.id,
          `email ${email.n}`,
          at,
          'lost after its event came',
        );
      }
      person.digests = person.digests.filter(({ n }) => n !== email.n);
      person.urgents = person.urgents.filter(({ n }) => n !== email.n);
    }
    // Late evidence: it left after all, and counts where the next one's hour is judged.
    const hasLeft = email.status === 'sent' || email.status === 'returned';
    if (hasLeft && before?.status === 'lost') {
      const { n, claimedAt } = email;
      if (email.stream === 'digest')
        person.digests = inOrder([...person.digests, { n, at: claimedAt }]);
      if (email.stream === 'urgent')
        person.urgents = inOrder([...person.urgents, { n, at: claimedAt }]);
    }
    // It came back, so it was not read: it is owed again, on another day. That may be the first that is known about it.
    if (email.status === 'returned' && before && before.status !== 'returned') {
      for (const key of email.keys) if (person.gone.get(key) === email.n) person.gone.delete(key);
      const back = (each: Sent): Sent => (each.n === email.n ? { ...each, isBack: true } : each);
      person.digests = person.digests.map(back);
      person.urgents = person.urgents.map(back);
    }
    const isNew = before === undefined && email.n > (person.item.emails.at(-1)?.n ?? 0);
    if (isNew && (email.stream === 'digest' || email.stream === 'urgent')) {
      judgeClaim(person, email, at, complain, (key) => isExcused(person, key));
    }
  }

  function left({ personId, n, stream, keys, at }: LeftEmail): void {
    const person = people.get(personId);
    if (!person)
      throw new Error(`An email left for ${personId}, of whom nothing was ever written.`);
    emails += 1;
    const claim = person.item.emails.find((email) => email.n === n);
    if (claim?.stream !== stream || claim.keys.join() !== keys.join()) {
      complain('unclaimed', personId, `email ${n} at ${at}`, at, keys.join());
    }
    if (stream === 'date-moved' && isToldAgain(person, keys)) {
      complain('duplicates', personId, keys.join(), at, 'no date moved since the last such email');
    }
    // Its first sending was hidden by a fault: counted as excused, and not as one more email of its day.
    const isCopy = keys.every((key) => person.gone.has(key) && isExcused(person, key));
    for (const key of keys) {
      if (person.gone.has(key)) {
        if (isExcused(person, key)) complain('excused', personId, `email ${n}`, at, key);
        else complain('duplicates', personId, `${key} again at ${at}`, at, 'it left before');
      }
      person.gone.set(key, n);
      person.live.delete(key);
      person.causes.delete(key);
    }
    if (stream !== 'digest' && stream !== 'urgent') return;
    (stream === 'digest' ? person.digests : person.urgents).push({ n, at });
    const today = dayIn(person.item.facts.profile.zone, at);
    const count = (person.emailsOf.get(today) ?? 0) + (isCopy ? 0 : 1);
    person.emailsOf.set(today, count);
    person.named.set(n, keys);
    // A silence is over.
    person.live.delete(OVERVIEW);
    if (count > DAY_MAILS_MAX) {
      complain('untimely', personId, `email ${n}`, at, 'a third routine email in one day');
    }
  }

  /** Only where evidence can be missing: a fault hid the email's acceptance, and no event of it was heard either. */
  function isExcused(person: Watched, key: string): boolean {
    const earlier = person.item.emails.find(({ n }) => n === person.gone.get(key));
    if (evidenceMs === 0 || earlier?.status !== 'lost') return false;
    return isExplained(person, earlier) && !person.proved.has(earlier.n);
  }

  /** A process died, slept or got no answer between the claim and the record. One that slept before is ahead of the clock. */
  function isExplained({ faults }: Watched, { claimedAt, leaseUntil }: EmailRecord): boolean {
    const from = plusMs(claimedAt, -RECOVERY_MS);
    return faults.some(
      ({ kind, at }) => from <= at && at <= leaseUntil && HIDE_ACCEPTANCE.includes(kind),
    );
  }

  function fault(kind: FaultKind, personId: string | undefined, at: Instant): void {
    if (personId === undefined) {
      deadSweeps = [
        ...deadSweeps.filter((each) => each.at > plusMs(at, -72 * HOUR_MS)),
        { kind, at },
      ];
      return;
    }
    const person = people.get(personId);
    if (person) person.faults = [...person.faults.slice(-20), { kind, at }];
  }

  function worldMoved(matchYear: number, at: Instant): void {
    fault('settles', undefined, at);
    for (const person of people.values()) {
      if (person.item.facts.profile.matchYear === matchYear) dateMoved(person, at);
      see(person, at);
    }
  }

  function proved(personId: string, n: number): void {
    people.get(personId)?.proved.add(n);
  }

  function hourPassed(at: Instant): void {
    for (const person of people.values()) look(person, at, 'after');
  }

  /** Complains of what should have left by now, then lets time pass. `before`: the sweep of this moment still runs. */
  function look(person: Watched, at: Instant, sweeps: 'before' | 'after'): void {
    for (const nudge of person.live.values()) judgeLive(person, nudge, at, sweeps);
    for (const [cause, since] of person.causes) {
      const delayMs = delayOf(faultsOf(person), since, at, evidenceMs);
      const by = answeredBy(person, !cause.startsWith('moved'), since, delayMs);
      if (isOver(by, at, sweeps) && isReachable(person)) {
        complain('missed', person.item.id, cause, at, `a cause of ${since}`);
      }
    }
    if (at >= person.changesAt) see(person, at);
    person.seenAt = at;
  }

  function judgeLive(person: Watched, nudge: Live, at: Instant, sweeps: 'before' | 'after'): void {
    const { id } = person.item;
    const ends = soonestOf(nudge.until, person.moveAt);
    const punctual = mustLeaveBy(person, nudge, 0);
    if (!isOver(punctual.by, at, sweeps) || punctual.by > ends) return;
    const { by } = mustLeaveBy(
      person,
      nudge,
      delayOf(faultsOf(person), latestOf(nudge.since, nudge.by), at, evidenceMs),
    );
    if (by <= ends && isOver(by, at, sweeps)) {
      complain(
        'missed',
        id,
        nudge.key,
        at,
        `live since ${nudge.since}, to go by ${nudge.by}, owed by ${by}`,
      );
    } else if (punctual.isDeadline || ends <= at) {
      complain('overtaken', id, nudge.key, at, '');
    }
  }

  function see(person: Watched, at: Instant): void {
    refresh(person, at, worldFor());
    for (const each of wrongDatesOf(person, at)) {
      complain('wrongDates', person.item.id, each, at, 'not so by hand');
    }
  }

  function faultsOf(person: Watched): Fault[] {
    return [...person.faults, ...deadSweeps];
  }

  return {
    committed,
    left,
    proved,
    fault,
    worldMoved,
    hourPassed,
    verdict: () => {
      const sent = [...people.entries()].flatMap(([id, { gone }]) =>
        [...gone.keys()].map((key) => `${id} ${key}`),
      );
      const watched = [...people.values()];
      return {
        nudgesDue: new Set([...sent, ...book.missed()]).size,
        nudgesSent: sent.length,
        ...book.counts(),
        lostClaims,
        emails,
        perPersonPerDayMax: Math.max(0, ...watched.map(({ emailsOf }) => mostIn(emailsOf, 1))),
        perPersonPerWeekMax: Math.max(0, ...watched.map(({ emailsOf }) => mostIn(emailsOf, 7))),
        perPersonPerMonthMax: Math.max(0, ...watched.map(({ emailsOf }) => mostIn(emailsOf, 30))),
        persons: watched.map(({ item, emailsOf, named, bound, seenAt }) => ({
          id: item.id,
          emails: [...emailsOf.values()].reduce((sum, count) => sum + count, 0),
          fewest: bound.fewest(seenAt),
          matters: new Set([...named.values()].flat().map(aboutOf)).size,
          weeksOverThree: fullWeeks(emailsOf),
        })),
        complaints: book.words(),
      };
    },
  };
}

function wishTextOf({ profile, mailing }: Facts): string {
  return JSON.stringify([profile.zone, mailing]);
}

/** Weeks, from one email on, that hold more than three. */
function fullWeeks(emailsOf: ReadonlyMap<Day, number>): number {
  return [...emailsOf.keys()].filter((first) => countIn(emailsOf, first, 7) > WEEK_EMAILS_MAX)
    .length;
}

/** The most emails that came within so many days on end. */
function mostIn(emailsOf: ReadonlyMap<Day, number>, days: number): number {
  return Math.max(0, ...[...emailsOf.keys()].map((first) => countIn(emailsOf, first, days)));
}

function countIn(emailsOf: ReadonlyMap<Day, number>, first: Day, days: number): number {
  return [...emailsOf]
    .filter(([day]) => first <= day && day < plusDays(first, days))
    .reduce((sum, [, count]) => sum + count, 0);
}

function inOrder(emails: readonly Sent[]): Sent[] {
  return emails.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function isOver(by: Instant, at: Instant, sweeps: 'before' | 'after'): boolean {
  return sweeps === 'after' ? by <= at : by < at;
}

function soonestOf(first: Instant, other: Instant | undefined): Instant {
  return other && other < first ? other : first;
}
