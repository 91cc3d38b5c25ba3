/** Whose plan a link opens, or the page with the reason why it does not. */
import type { Context } from 'hono';
import { FRESH_LINK_MS, LINK_DAYS } from '#shared/base/limits.ts';
import { readLink, signLink } from '#shared/base/links/link.ts';
import { feedPath, pagePaths, unsubscribePath } from '#shared/base/links/urls.ts';
import { type Instant, msBetween } from '#shared/base/time/instant.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { schoolOf } from '#shared/people/applicant/archive.ts';
import { waitsUntil } from '#shared/people/applicant/moving.ts';
import { enteredAs } from '#shared/people/applicant/pending.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { moveWaitsPage } from '#shared/views/pages/address-pages.ts';
import { leavingPage } from '#shared/views/pages/leaving-pages.ts';
import { expiredLinkPage, messagePage, oldLinkPage } from '#shared/views/pages/message-pages.ts';
import type { PageView } from '#shared/views/pages/person-page.ts';
import { beginPage, consentPage } from '#shared/views/pages/sign-up-pages.ts';
import { livingPlan } from '../join-plans.ts';
import { rememberBrowser } from './requester.ts';
import type { WebDeps } from './web-deps.ts';

export interface PlanVisitor {
  readonly applicant: Applicant;
  readonly token: string;
  readonly signedAt: Instant;
  /** The sign-up that the link confirms. */
  readonly about?: string;
}

/** Reads the person consistently. Changes nothing. */
export async function openPlan(deps: WebDeps, c: Context): Promise<PlanVisitor | Response> {
  const token = c.req.param('token') ?? '';
  const reading = await readLink(deps.linkKeys, token, deps.clock.now());
  if (reading.state === 'foreign' || reading.link.purpose !== 'answer') {
    return c.html(messagePage('foreign-link'), 404);
  }
  if (reading.state === 'expired') return c.html(expiredLinkPage(token), 410);
  const applicant = await deps.store.read('applicant', reading.link.personId);
  if (!applicant) return c.html(messagePage('foreign-link'), 404);
  if (applicant.erased) return c.html(messagePage('erased'), 410);
  if (applicant.leaving) return c.html(leavingPage(applicant), 410);
  // A revoked link was valid once: its owner may ask for a new one, sent to the address on the plan only.
  if (applicant.linkEpoch !== reading.link.epoch) return c.html(expiredLinkPage(token), 410);
  const living = await livingPlan(deps.store, applicant);
  if (!isReachedBy(living, applicant)) return c.html(expiredLinkPage(token), 410);
  rememberBrowser(deps, c, living);
  const { signedAt, link } = reading;
  const { about } = link;
  return { applicant: living, token, signedAt, ...(about && { about }) };
}

/** Links to a plan that was joined with another lead there, until its owner ends them. */
export function isReachedBy(living: Applicant, { id, mergedInto }: Applicant): boolean {
  return living.id === id || living.linkEpoch === mergedInto?.epoch;
}

/** The same for a plan whose address is confirmed: until then its link shows the button that confirms. */
export async function openConfirmed(deps: WebDeps, c: Context): Promise<PlanVisitor | Response> {
  const opened = await openPlan(deps, c);
  if (opened instanceof Response || !opened.applicant.pending) return opened;
  const entered = enteredAs(opened.applicant, opened.about);
  const paths = pagePaths(opened.token);
  const { pending } = opened.applicant;
  const cohort = pending.imported && (await deps.store.read('cohort', schoolOf(opened.applicant)));
  const page = cohort
    ? consentPage(cohort, opened.applicant, paths)
    : beginPage(entered, paths.confirm);
  return c.html(page, c.req.method === 'POST' ? 409 : 200);
}

/** The same, but only through a link that was emailed within the hour: its holder reads the mailbox now. */
export async function openFreshly(deps: WebDeps, c: Context): Promise<PlanVisitor | Response> {
  const opened = await openConfirmed(deps, c);
  if (opened instanceof Response) return opened;
  if (!isFresh(deps, opened)) return c.html(oldLinkPage(opened.token), 403);
  return refusedInWait(deps, c, opened.applicant) ?? opened;
}

/** In the week after an address was changed without its old mailbox, nothing takes the plan away from there. */
export function refusedInWait(
  { clock }: WebDeps,
  c: Context,
  applicant: Applicant,
): Response | undefined {
  const until = waitsUntil(applicant, clock.now());
  return until && c.html(moveWaitsPage(applicant, until), 403);
}

export function isFresh({ clock }: WebDeps, { signedAt }: Pick<PlanVisitor, 'signedAt'>): boolean {
  return msBetween(signedAt, clock.now()) <= FRESH_LINK_MS;
}

/** The view a page is made from: the person after all time moves that are due. */
export async function viewFor(
  deps: WebDeps,
  { applicant, token }: PlanVisitor,
  done?: string,
): Promise<PageView> {
  const now = deps.clock.now();
  const stop = await signLink(
    deps.linkKeys,
    { personId: applicant.id, purpose: 'unsubscribe', epoch: applicant.linkEpoch },
    now,
    LINK_DAYS,
  );
  const world = deps.worldFor(applicant.cohortId);
  const feedUrl = await feedUrlOf(deps, applicant);
  return {
    applicant: withTimePassed(applicant, now, world),
    world,
    now,
    paths: pagePaths(token),
    unsubscribe: unsubscribePath(stop),
    ...(feedUrl && { feedUrl, hasFullTitles: applicant.feed?.full ?? false }),
    newId: deps.newId,
    ...(done && { done }),
  };
}

/** A calendar reads its feed through a whole season, 18 months, and the summer after it. */
export const FEED_DAYS = 730;

/** Undefined while the feed is off. */
async function feedUrlOf(
  { linkKeys, baseUrl }: Pick<WebDeps, 'linkKeys' | 'baseUrl'>,
  { id: personId, feed }: Pick<Applicant, 'id' | 'feed'>,
): Promise<string | undefined> {
  if (!feed?.since) return undefined;
  const link = { personId, purpose: 'calendar', epoch: feed.epoch } as const;
  const token = await signLink(linkKeys, link, feed.since, FEED_DAYS);
  return new URL(feedPath(token), baseUrl).href;
}
