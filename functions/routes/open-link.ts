/** Whom a link opens the plan of, or the page that says why it does not. */
import type { Context } from 'hono';
import { LINK_DAYS } from '#shared/base/limits.ts';
import { readLink, signLink } from '#shared/base/links/link.ts';
import { pagePaths, unsubscribePath } from '#shared/base/links/urls.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { erasedPage } from '#shared/views/pages/erase-page.ts';
import { expiredLinkPage, foreignLinkPage } from '#shared/views/pages/message-pages.ts';
import type { PageView } from '#shared/views/pages/page-view.ts';
import { beginPage } from '#shared/views/pages/sign-up-pages.ts';
import { feedUrlOf } from './feed-url.ts';
import type { WebDeps } from './web-deps.ts';

export type Opened =
  | { readonly opened: true; readonly applicant: Applicant }
  | { readonly opened: false; readonly response: Response };

/** Reads the person consistently. Changes nothing. */
export async function openLink(deps: WebDeps, c: Context, token: string): Promise<Opened> {
  const refuse = (response: Response | Promise<Response>) =>
    Promise.resolve(response).then((ready): Opened => ({ opened: false, response: ready }));

  const reading = await readLink(deps.linkKeys, token, deps.clock.now());
  if (reading.state === 'foreign' || reading.link.purpose !== 'answer') {
    return refuse(c.html(foreignLinkPage(), 404));
  }
  if (reading.state === 'expired') return refuse(c.html(expiredLinkPage(token), 410));
  const applicant = await deps.store.read('applicant', reading.link.personId);
  if (!applicant) return refuse(c.html(foreignLinkPage(), 404));
  if (applicant.erased) return refuse(c.html(erasedPage(), 410));
  if (applicant.pending) return refuse(c.html(beginPage(pagePaths(token).confirm)));
  // A revoked link was ours too: its owner may have a new one, at the address on the plan only.
  if (applicant.linkEpoch !== reading.link.epoch) {
    return refuse(c.html(expiredLinkPage(token), 410));
  }
  return { opened: true, applicant };
}

/** The view a page is made from: the person as the calendar left them. */
export async function viewFor(
  deps: WebDeps,
  applicant: Applicant,
  token: string,
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
    ...(feedUrl && { feedUrl }),
    newId: deps.newId,
    ...(done && { done }),
  };
}
