/** One look at one person: make the moves that time owes them, then send at most what is due. Design section 6. */
import { withTimePassed } from '../shared/applicant/accept.ts';
import type { Applicant } from '../shared/applicant/applicant.ts';
import { backOff, rest } from '../shared/applicant/rest.ts';
import { CONFLICT_RETRIES_MAX, STEPS_PER_VISIT_MAX } from '../shared/limits.ts';
import type { Delivery, Mail, Mailer } from '../shared/mail/mailer.ts';
import { claimMail, maySend, openClaim, settleMail } from '../shared/nudges/claim.ts';
import { type PlannedMail, planNudges } from '../shared/nudges/plan.ts';
import { SWITCHES_ID } from '../shared/store/items.ts';
import type { Store } from '../shared/store/store.ts';
import { writeApplicant } from '../shared/store/write-applicant.ts';
import type { Clock } from '../shared/time/clock.ts';
import { type Instant, plusMs } from '../shared/time/instant.ts';
import type { Workflow } from '../shared/workflow/workflow.ts';
import type { World } from '../shared/world.ts';

export interface NudgeDeps {
  readonly store: Store;
  readonly world: World;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly workflow: Workflow;
  /** Renders a planned mail, with its signed links. */
  render(planned: PlannedMail, applicant: Applicant, now: Instant): Promise<Mail>;
  /** `planNudges`; a test plants its bugs here. */
  readonly plan?: typeof planNudges;
}

/** What one visit did, for the sweep's one summary line. */
export interface Visit {
  moved: number;
  sent: number;
  refused: number;
  unknown: number;
  lost: number;
  /** A mail is due and the stop switch holds it. */
  held: number;
  /** The visit threw; the person backs off. */
  failed: number;
  error?: unknown;
}

/**
 * 1. Read the item. Not due: end.
 * 2. Time moves due (past the workflow's grace): write them, start again.
 * 3. A mail is claimed: wait for it until its lease and the evidence window are over, then call it lost, and end.
 * 4. Plan from what was read. Nothing to say: write the next `dueAt`, end.
 * 5. Render, then claim on the version read. Lost the race: start again.
 * 6. Send once, record the fate, start again.
 */
export async function nudge(deps: NudgeDeps, personId: string): Promise<Visit> {
  const visit: Visit = { moved: 0, sent: 0, refused: 0, unknown: 0, lost: 0, held: 0, failed: 0 };
  const now = deps.clock.now();
  let seen: Applicant | undefined;
  try {
    for (let stepIndex = 0; stepIndex < STEPS_PER_VISIT_MAX; stepIndex += 1) {
      seen = await deps.store.read('applicant', personId);
      if (!seen || seen.dueAt > now) break;
      if ((await step(deps, seen, now, visit)) === 'end') break;
    }
  } catch (error) {
    visit.failed = 1;
    visit.error = error;
    if (seen) await backOffAfter(deps.store, seen, now);
  }
  return visit;
}

/**
 * On the version that failed, or on our own claim of it: an update that came meanwhile must not wait for somebody
 * else's failure. An open claim stays open; the visit after the back-off settles it.
 */
async function backOffAfter(store: Store, seen: Applicant, now: Instant): Promise<void> {
  try {
    const item = await store.read('applicant', seen.id);
    if (!item) return;
    const claimedOnly =
      item.version === seen.version + 1 && item.mails.length === seen.mails.length + 1;
    if (item.version === seen.version || claimedOnly) await store.write(backOff(item, now));
  } catch {
    // The store that failed the visit may fail this too. The person stays due, and the first error is the one told.
  }
}

async function step(
  deps: NudgeDeps,
  item: Applicant,
  now: Instant,
  visit: Visit,
): Promise<'again' | 'end'> {
  const { store, world, workflow, mailer } = deps;

  const moved = withTimePassed(item, plusMs(now, -workflow.graceMs), world);
  if (moved !== item) {
    const { written } = await writeApplicant(store, moved, now);
    if (written) visit.moved += moved.revision - item.revision;
    return 'again';
  }

  const claim = openClaim(item.mails, now, mailer.evidenceMs);
  // No word is written about it: the one that claimed will say when to look again, and a `dueAt` from here would stand
  // against that. The person stays due meanwhile.
  if (claim.state === 'waiting') return 'end';
  if (claim.state === 'expired') {
    const lost = settleMail(item, claim.n, 'lost', now, 'no evidence of its sending came in time');
    if (lost && (await store.write(lost)).written) visit.lost += 1;
    return 'end';
  }

  const present = withTimePassed(item, now, world);
  const plan = (deps.plan ?? planNudges)(present, world, now);
  if (!plan.mail) return restUntil(deps, item, plan.nextAt, now);
  if (await isStopped(store)) {
    // The person stays due, so that the mail leaves at the first sweep after the switch is on again.
    visit.held += 1;
    return 'end';
  }
  return send(deps, item, present, plan.mail, now, visit);
}

async function send(
  deps: NudgeDeps,
  item: Applicant,
  present: Applicant,
  planned: PlannedMail,
  now: Instant,
  visit: Visit,
): Promise<'again' | 'end'> {
  const mail = await deps.render(planned, present, now);
  const claimed = claimMail(item, planned, mail.subject, now);
  const claim = await deps.store.write(claimed.applicant);
  if (!claim.written) return 'again';
  // A process that slept since the claim must not send: its lease may be somebody else's by now.
  if (!maySend(claimed.leaseUntil, deps.clock.now())) return 'end';

  const delivery = await deps.mailer.deliver(mail, { personId: item.id, n: claimed.n }, now);
  switch (delivery.outcome) {
    case 'accepted':
      if (await record(deps, item.id, claimed.n, delivery, now)) visit.sent += 1;
      return 'again';
    case 'refused':
      await record(deps, item.id, claimed.n, delivery, now);
      visit.refused += 1;
      await restAfterRefusal(deps, item.id, claim.version + 1, now);
      return 'end';
    case 'unknown':
      visit.unknown += 1;
      return 'again';
  }
}

/** Writes the mail's fate into whatever the item has become meanwhile. False when the fate was known already. */
async function record(
  deps: NudgeDeps,
  personId: string,
  n: number,
  delivery: Exclude<Delivery, { outcome: 'unknown' }>,
  now: Instant,
): Promise<boolean> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const item = await deps.store.read('applicant', personId);
    if (!item) return false;
    const alongside = delivery.outcome === 'accepted' ? delivery.alongside : undefined;
    // The outbox's mail leaves with this very write. Once the claim is lost another may have been planned in its stead.
    if (alongside && item.mails.find((mail) => mail.n === n)?.status !== 'claimed') return false;
    const settled =
      delivery.outcome === 'accepted'
        ? settleMail(item, n, 'sent', now)
        : settleMail(item, n, 'failed', now, delivery.reason);
    if (!settled) return false;
    if ((await writeApplicant(deps.store, settled, now, alongside)).written) return true;
  }
  throw new Error(`The fate of mail ${n} could not be recorded: too many writers at once.`);
}

/** Backs off only if nothing but our own claim and its fate was written: otherwise somebody's update waits there. */
async function restAfterRefusal(
  deps: NudgeDeps,
  personId: string,
  version: number,
  now: Instant,
): Promise<void> {
  const item = await deps.store.read('applicant', personId);
  if (item?.version === version) await deps.store.write(backOff(item, now));
}

async function restUntil(
  deps: NudgeDeps,
  item: Applicant,
  nextMailAt: Instant | undefined,
  now: Instant,
): Promise<'again' | 'end'> {
  const rested = rest(item, nextMailAt, deps.workflow, deps.world, now);
  return (await deps.store.write(rested)).written ? 'end' : 'again';
}

async function isStopped(store: Store): Promise<boolean> {
  return (await store.read('switches', SWITCHES_ID))?.sending === 'stopped';
}
