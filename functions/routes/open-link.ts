/** Who may stop emails, undo an update, read a calendar, or accept an invitation by a link, or the page that refuses them. */
import type { Context } from 'hono';
import { type Link, readLink } from '#shared/base/links/link.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { canUndo, withTimePassed } from '#shared/people/applicant/accept.ts';
import { moveOf } from '#shared/people/applicant/moving.ts';
import { mayInvite } from '#shared/people/applicant/sharing.ts';
import { type Applicant, type HistoryEntry, isDeleted } from '#shared/people/person/applicant.ts';
import type { ItemOf } from '#shared/store/items.ts';
import { messagePage, undoPage } from '#shared/views/pages/message-pages.ts';
import { livingPlan } from '../join-plans.ts';
import { wishIn } from './forms.ts';
import { isReachedBy, type PlanVisitor } from './open-plan.ts';
import type { WebDeps } from './web-deps.ts';

/** Each purpose names one kind of person. */
const KIND_OF = {
  unsubscribe: 'applicant',
  'letters-stop': 'writer',
  'brief-stop': 'advisor',
} as const;
type StopPurpose = keyof typeof KIND_OF;

export interface StopVisitor<Purpose extends StopPurpose> {
  readonly person: ItemOf<(typeof KIND_OF)[Purpose]>;
  readonly token: string;
}

/** An old email may always stop the emails; only a current link may start them again. */
export async function openStop<Purpose extends StopPurpose>(
  { store, linkKeys, clock, log }: WebDeps,
  c: Context,
  purpose: Purpose,
): Promise<StopVisitor<Purpose> | Response> {
  const token = c.req.param('token') ?? '';
  const reading = await readLink(linkKeys, token, clock.now());
  if (reading.state === 'foreign' || reading.link.purpose !== purpose) {
    return c.html(messagePage('foreign-link'), 404);
  }
  const named = await store.read(KIND_OF[purpose], reading.link.personId);
  if (!named) return c.html(messagePage('foreign-link'), 404);
  const isCurrent = reading.state === 'valid' && reading.link.epoch === named.linkEpoch;
  const person =
    named.kind === 'applicant' ? ((await livingPlan(store, named)) as typeof named) : named;
  const wish = c.req.method === 'GET' ? 'stop' : await wishIn(c);
  if (!wish) log('info', 'one-click-refused', { reason: purpose });
  const isStop = wish !== 'resume';
  return isCurrent || isStop ? { person, token } : c.html(messagePage('foreign-link'), 404);
}

/** The owner of a deleted plan, by the one link that can keep it. */
export async function openKept(deps: WebDeps, c: Context): Promise<PlanVisitor | Response> {
  const token = c.req.param('token') ?? '';
  const reading = await readLink(deps.linkKeys, token, deps.clock.now());
  if (reading.state === 'foreign' || reading.link.purpose !== 'keep') {
    return c.html(messagePage('foreign-link'), 404);
  }
  const applicant = await deps.store.read('applicant', reading.link.personId);
  if (!applicant) return c.html(messagePage('foreign-link'), 404);
  if (applicant.erased) return c.html(messagePage('erased'), 410);
  return reading.state === 'valid' &&
    applicant.leaving &&
    applicant.linkEpoch === reading.link.epoch
    ? { applicant, token, signedAt: reading.signedAt }
    : c.html(messagePage('kept'), 410);
}

export interface UndoVisitor {
  readonly applicant: Applicant;
  readonly entry: HistoryEntry;
  readonly token: string;
  readonly isTakenBack: boolean;
}

/** The one update that an undo link names, if it can be undone or has been. */
export async function openUndo(deps: WebDeps, c: Context): Promise<UndoVisitor | Response> {
  const now = deps.clock.now();
  const token = c.req.param('token') ?? '';
  const reading = await readLink(deps.undoKeys, token, now);
  if (reading.state === 'foreign' || reading.link.purpose !== 'undo') {
    return c.html(messagePage('foreign-undo'), 404);
  }
  const { personId, about, epoch } = reading.link;
  const kept = await deps.store.read('applicant', personId);
  const entry = kept?.history.find(({ id }) => id === about);
  if (!kept || !entry) return c.html(messagePage('foreign-undo'), 404);
  if (kept.linkEpoch !== epoch) return c.html(messagePage('foreign-undo'), 410);
  const applicant = withTimePassed(kept, now, deps.worldFor(kept.cohortId));
  const isTakenBack = applicant.accepted.some(({ id, takenBack }) => id === about && takenBack);
  if (isTakenBack) return { applicant, entry, token, isTakenBack };
  if (reading.state === 'expired') return c.html(undoPage('too-late', entry), 410);
  const isLatest = applicant.undo?.updateId === about && canUndo(applicant, now);
  return isLatest
    ? { applicant, entry, token, isTakenBack }
    : c.html(undoPage('too-late', entry), 409);
}

/** Whose calendar it is. Programs read this, not people: with any other link it does not exist. */
export async function openFeed(deps: WebDeps, c: Context): Promise<Applicant | Response> {
  const token = (c.req.param('file') ?? '').slice(0, -'.ics'.length);
  const reading = await readLink(deps.linkKeys, token, deps.clock.now());
  const isFeed = reading.state === 'valid' && reading.link.purpose === 'calendar';
  const applicant = isFeed ? await deps.store.read('applicant', reading.link.personId) : undefined;
  const isCurrent =
    isFeed && applicant?.feed?.since !== undefined && applicant.feed.epoch === reading.link.epoch;
  const living = applicant && (await livingPlan(deps.store, applicant));
  return living && isCurrent && isReachedBy(living, applicant) && !isDeleted(living)
    ? living
    : c.text('There is no calendar here.', 404);
}

export interface MoveVisitor {
  readonly token: string;
  readonly link: Link;
  readonly isBack: boolean;
}

/** Who reads the mailbox that the link was emailed to. */
export async function openMove(deps: WebDeps, c: Context): Promise<MoveVisitor | Response> {
  const token = c.req.param('token') ?? '';
  const reading = await readLink(deps.linkKeys, token, deps.clock.now());
  if (reading.state === 'foreign' || reading.link.purpose !== 'move') {
    return c.html(messagePage('foreign-link'), 404);
  }
  const applicant = await deps.store.read('applicant', reading.link.personId);
  if (!applicant) return c.html(messagePage('foreign-link'), 404);
  const move =
    reading.state === 'valid' && !isDeleted(applicant)
      ? moveOf(applicant, reading.link, deps.clock.now())
      : undefined;
  return move
    ? { token, link: reading.link, isBack: move.isBack === true }
    : c.html(messagePage('move-over'), 410);
}

export interface Invitation {
  readonly advisor: Advisor;
  readonly cohort: Cohort;
}

/** While its advisor still advises that cohort and has not ended their links. */
export async function openInvitation(deps: WebDeps, c: Context): Promise<Invitation | Response> {
  const found = await invitationOf(deps, c.req.param('token') ?? '');
  return found ?? c.html(messagePage('foreign-link'), 404);
}

export async function invitationOf(
  { linkKeys, clock, store }: WebDeps,
  token: string,
): Promise<Invitation | undefined> {
  const reading = await readLink(linkKeys, token, clock.now());
  if (reading.state !== 'valid' || reading.link.purpose !== 'invite') return undefined;
  const { personId, epoch, about: cohortId = '' } = reading.link;
  const advisor = await store.read('advisor', personId);
  if (!mayInvite(advisor, cohortId) || advisor.linkEpoch !== epoch) return undefined;
  const cohort = await store.read('cohort', cohortId);
  return cohort && { advisor, cohort };
}
