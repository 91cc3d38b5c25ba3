/** One visit to one person: makes the moves that are due, then sends at most what is due. */
import { type Instant, soonest } from '#shared/base/time/instant.ts';
import { claimEmail, maySend, openClaim, settleEmail } from '#shared/people/mailing/claim.ts';
import { isGone, triedAgainFrom } from '#shared/people/mailing/mailbox.ts';
import { isRequested, nextRequestAt, requestToAnswer } from '#shared/people/mailing/requested.ts';
import { isCritical } from '#shared/people/mailing/switches-item.ts';
import { latestEmail } from '#shared/people/person/email-record.ts';
import { backOff, type Cause, type Who } from '#shared/people/person/person.ts';
import { addressOf, type PersonItem } from '#shared/people/person/person-item.ts';
import { STEPS_PER_VISIT_MAX } from '#shared/plan/moves/pass-time.ts';
import type { Delivery, EmailTag, Mailer } from '#shared/store/mailer.ts';
import type { Store } from '#shared/store/store.ts';
import type { LogFields, LogLevel } from './adapters/log.ts';
import { type ChangePorts, change } from './change.ts';
import { KINDS, type Kinds, type KindsDeps } from './kinds/kinds.ts';
import type { EmailToSend, KindOfPerson } from './kinds/person-kind.ts';
import { harmAt } from './plans-at.ts';
import { endIfGone } from './silence.ts';
import { sendingOf } from './store/switches.ts';
import { countMissing } from './store/tally.ts';

export interface NudgeDeps extends KindsDeps {
  readonly mailer: Mailer;
  /** `KINDS` unless a test plants bugs in its own. */
  readonly kinds?: Kinds;
}

/** What one visit counts, for the sweep's one summary line. */
export const NOTHING_DONE = {
  moved: 0,
  sent: 0,
  refused: 0,
  unknown: 0,
  lost: 0,
  /** An email is due and the stop switch holds it. */
  held: 0,
  /** The visit threw; the person backs off. */
  failed: 0,
};

export interface Visit extends Record<keyof typeof NOTHING_DONE, number> {
  error?: unknown;
  /** What an operator should see. */
  notes: VisitNote[];
  /** A requested email was not sent in this visit and is tried again then. */
  againAt?: Instant;
}

interface Visiting {
  readonly deps: NudgeDeps;
  readonly kind: KindOfPerson<PersonItem>;
  readonly now: Instant;
  readonly visit: Visit;
}

interface VisitNote {
  readonly level: LogLevel;
  readonly event: 'email-refused' | 'email-trouble';
  readonly fields: LogFields;
}

/**
 * 1. Read the item. Not due: end. A request is claimed and sent first, whatever else is open.
 *    Once a visit: repair what follows the person elsewhere.
 * 2. Time moves due: write them, start again.
 * 3. An email is claimed: wait for it until its lease and the evidence window are over, then call it lost, and end.
 * 4. Plan from what was read. Nothing to say, or a refusal to wait out: write the next `dueAt`, end.
 * 5. Render, then claim on the version read. Lost the race: start again.
 * 6. Where the email is about other people's items, ask once more whether it is wanted. No: `failed`, start again.
 * 7. Send once, record the fate, start again.
 */
export async function nudge(deps: NudgeDeps, who: Who): Promise<Visit> {
  const visit: Visit = { ...NOTHING_DONE, notes: [] };
  const now = deps.clock.now();
  // Each description goes with its own kind of item, which is the one that was read.
  const kind = (deps.kinds ?? KINDS)[who.kind](deps) as KindOfPerson<PersonItem>;
  const visiting: Visiting = { deps, kind, now, visit };
  let seen: PersonItem | undefined;
  let repaired = false;
  try {
    for (let stepIndex = 0; stepIndex < STEPS_PER_VISIT_MAX; stepIndex += 1) {
      seen = await deps.store.read(who.kind, who.id);
      if (!seen || seen.dueAt > now) break;
      const cause = requestToAnswer(seen, now);
      const answered = cause && (await answer(visiting, seen, cause));
      if (answered === 'again') continue;
      if (answered === 'end') break;
      if (!repaired) {
        repaired = true;
        if (await kind.repair?.(seen, now)) continue;
      }
      if ((await step(visiting, seen)) === 'end') break;
    }
  } catch (error) {
    visit.failed = 1;
    visit.error = error;
    const againAt = seen && nextRequestAt(seen, now);
    if (againAt) visit.againAt = againAt;
    if (seen) await backOffAfter(deps.store, seen, now);
  }
  return visit;
}

/** Only on the version that failed, or our own claim of it: an update in between must not wait. The next visit settles the claim. */
async function backOffAfter(store: Store, seen: PersonItem, now: Instant): Promise<void> {
  try {
    const item = await store.read(seen.kind, seen.id);
    if (!item) return;
    const claimedOnly =
      item.version === seen.version + 1 &&
      latestEmail(item.emails)?.n === (latestEmail(seen.emails)?.n ?? 0) + 1;
    if (item.version === seen.version || claimedOnly) await store.write(backedOff(item, now));
  } catch {
    // The store that failed the visit may fail again here. The person stays due, and the first error is reported.
  }
}

/** A request is tried again before the back-off ends. */
function backedOff(person: PersonItem, now: Instant): PersonItem {
  const backed = backOff(person, now);
  return { ...backed, dueAt: soonest(backed.dueAt, nextRequestAt(person, now) ?? backed.dueAt) };
}

/** Undefined while the stop switch holds it. */
async function answer(
  visiting: Visiting,
  person: PersonItem,
  cause: Cause,
): Promise<'again' | 'end' | undefined> {
  const { deps, kind, now, visit } = visiting;
  if ((await sendingOf(deps.store)) === 'stopped') {
    visit.held += 1;
    return undefined;
  }
  return send(visiting, person, kind.requested(person, cause, now));
}

async function step(visiting: Visiting, person: PersonItem): Promise<'again' | 'end'> {
  const { deps, kind, now, visit } = visiting;
  const { store, mailer } = deps;

  const moves = await kind.move?.(person, now);
  if (moves !== undefined) {
    visit.moved += moves;
    return 'again';
  }

  const claim = openClaim(person.emails, now, mailer.evidenceMs);
  // Nothing is written: the process that claimed sets the next `dueAt`, and one from here would conflict with it. The
  // person stays due meanwhile.
  if (claim.state === 'waiting') return 'end';
  if (claim.state === 'expired') {
    const lost = settleEmail(
      person,
      claim.n,
      'lost',
      now,
      'no evidence of its sending came in time',
    );
    if (!lost) return 'end';
    if (!(await store.write(lost)).written) return 'again';
    visit.lost += 1;
    return 'end';
  }

  if (isGone(person.emails)) {
    const end = await endIfGone(deps, person);
    if (end === 'ended') return 'again';
    if (end === 'domain') {
      const fields = { personId: person.id, code: end };
      visit.notes.push({ level: 'error', event: 'email-trouble', fields });
    }
  }
  const { email, nextAt } = await kind.plan(person, now);
  const waits = email && triedAgainFrom(person.emails);
  const isWaiting = waits !== undefined && waits > now;
  if (!email || isWaiting) {
    // The person stays due, so that what is held leaves at the first sweep after the switch is on again.
    if (visit.held > 0) return 'end';
    const rested = kind.rest(person, isWaiting ? waits : nextAt, now);
    const dueAt = soonest(rested.dueAt, nextRequestAt(rested, now) ?? rested.dueAt);
    const { written } = await store.write({ ...rested, dueAt });
    return written ? 'end' : 'again';
  }
  const leaves = await thatMayLeave(visiting, person, email);
  if (!leaves) {
    visit.held += 1;
    return 'end';
  }
  return send(visiting, person, leaves);
}

async function send(
  { deps, now, visit }: Visiting,
  person: PersonItem,
  planned: EmailToSend,
): Promise<'again' | 'end'> {
  // Another plan of this address may have been complained about.
  const harm = person.reach === 'complained' ? undefined : await harmAt(deps, person);
  if (harm && harm !== person.reach) {
    await deps.store.write({ ...person, reach: harm, dueAt: now });
    return 'again';
  }
  const email = await planned.render();
  const claimed = claimEmail(person, planned.entry, email.subject, now);
  if (!(await deps.store.write(claimed.person)).written) return 'again';
  const sending: Sending = { ports: deps, who: person, n: claimed.n, now };
  if (planned.isStillWanted && !(await planned.isStillWanted())) {
    await record(sending, { outcome: 'refused', reason: 'it was no longer wanted' });
    return 'again';
  }
  // A process that slept since the claim must not send: another may hold the lease by now.
  if (!maySend(claimed.leaseUntil, deps.clock.now())) return 'end';

  const tag = { kind: person.kind, personId: person.id, n: claimed.n };
  const delivery = await deps.mailer.deliver(email, tag, now);
  switch (delivery.outcome) {
    case 'accepted':
      if (await record(sending, delivery)) visit.sent += 1;
      return 'again';
    case 'refused':
      visit.refused += 1;
      // Another process settled the claim, and plans from there. A refusal by another address says nothing about theirs.
      if (!(await record(sending, blaming(email.to.address === addressOf(person), delivery)))) {
        return 'end';
      }
      visit.notes.push(refusalNote(tag, delivery));
      if (delivery.blames === 'address') await countMissing(deps, email.to.address);
      break;
    case 'unknown':
      visit.unknown += 1;
  }
  // The ledger now shows what the next visit waits for.
  const againAt = isRequested(planned.entry.stream) && nextRequestAt(claimed.person, now);
  if (againAt) visit.againAt = againAt;
  return 'again';
}

function blaming(isTheirs: boolean, refusal: Extract<Delivery, { outcome: 'refused' }>) {
  return isTheirs
    ? { blames: 'sender' as const, ...refusal }
    : { ...refusal, blames: 'sender' as const };
}

/** A refusal that blames the sender is for an operator to investigate. One that blames the mailbox is counted in the ledger. */
function refusalNote(
  { personId, n }: EmailTag,
  { reason, blames = 'sender' }: Extract<Delivery, { outcome: 'refused' }>,
): VisitNote {
  return {
    level: blames === 'sender' ? 'error' : 'warn',
    event: 'email-refused',
    fields: { personId, emailN: n, code: blames, reason },
  };
}

interface Sending {
  readonly ports: ChangePorts;
  readonly who: Who;
  readonly n: number;
  readonly now: Instant;
}

/** Writes the email's fate into the item as it is now. False if the fate was already known. */
async function record(
  { ports, who, n, now }: Sending,
  delivery: Exclude<Delivery, { outcome: 'unknown' }>,
): Promise<boolean> {
  const alongside = delivery.outcome === 'accepted' ? delivery.alongside : undefined;
  return change(ports, who.kind, who.id, (person) => {
    if (!person) return { answer: false };
    // The outbox's email is written with this very write. Once the claim is lost, another may have been planned instead.
    if (alongside && person.emails.find((email) => email.n === n)?.status !== 'claimed') {
      return { answer: false };
    }
    const settled =
      delivery.outcome === 'accepted'
        ? settleEmail(person, n, 'sent', now)
        : settleEmail(person, n, 'failed', now, delivery.reason, delivery.blames);
    return settled ? { write: settled, alongside, answer: true } : { answer: false };
  });
}

/** The whole email, or only its urgent part while nothing else may be sent, or nothing. */
async function thatMayLeave(
  { deps, kind, now }: Visiting,
  person: PersonItem,
  email: EmailToSend,
): Promise<EmailToSend | undefined> {
  const sending = await sendingOf(deps.store);
  if (sending === 'stopped') return undefined;
  if (sending === 'on' || isCritical(email.entry.stream)) return email;
  const { email: urgent } = await kind.plan(person, now, 'critical');
  return urgent && isCritical(urgent.entry.stream) ? urgent : undefined;
}
