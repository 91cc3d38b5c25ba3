/** Checks who is asking, and whether they may. Every route of the table passes here. */
import type { Context } from 'hono';
import { ADVISORS_PATH, SIGN_IN_PATH } from '#shared/base/links/advisor-paths.ts';
import { idSchema } from '#shared/base/text.ts';
import { roleAt } from '#shared/people/advisor/advisor.ts';
import { noSuchPage, notAllowedPage } from '#shared/views/pages/advisors/frame.ts';
import { dismissedPage, signedOutPage } from '#shared/views/pages/advisors/sign-in-pages.ts';
import { isOfDismissed, signedInBy } from '../../sessions.ts';
import { cookieIn, forgetCookie, rememberPage } from './cookie.ts';
import type { AdvisorDeps } from './deps.ts';
import type { AdvisorRoute, CohortVisitor, Visitor } from './route.ts';

/**
 * Without a session: the sign-in page, and a form is not read. Another team's cohort, or none: the same 404. A role that
 * may not: 403. A dismissed advisor: 403 everywhere, which also deletes their cookie.
 */
export async function visitorOf(
  deps: AdvisorDeps,
  route: AdvisorRoute,
  c: Context,
): Promise<CohortVisitor | Visitor | Response | undefined> {
  const cookie = cookieIn(c, deps.baseUrl);
  const signedIn = await signedInBy(deps, 'advisor', cookie);
  if (!signedIn && (await isOfDismissed(deps, cookie))) return turnedAway(deps, c);
  if (!('may' in route)) return undefined;
  if (!signedIn) {
    if (route.method === 'POST') return c.html(signedOutPage(), 401);
    rememberPage(c, deps.baseUrl);
    return c.redirect(SIGN_IN_PATH, 303);
  }
  const { person: advisor, session } = signedIn;
  if (route.of === 'signed-in') {
    return route.may.includes(advisor.role)
      ? { advisor, session }
      : c.html(notAllowedPage(advisor), 403);
  }
  const cohortId = idSchema.safeParse(c.req.param('cohortId'));
  const isOwn = cohortId.success && advisor.cohortIds.includes(cohortId.data);
  const cohort = isOwn ? await deps.store.read('cohort', cohortId.data) : undefined;
  if (!cohort) return c.html(noSuchPage(advisor), 404);
  // From here on, routes and pages know the role of this cohort only.
  const here = { ...advisor, role: roleAt(advisor, cohort.id) };
  return route.may.includes(here.role)
    ? { advisor: here, session, cohort }
    : c.html(notAllowedPage(here), 403);
}

/** For addresses that no route takes: a signed-in advisor is shown the way back, anybody else the sign-in page. */
export async function unrouted(deps: AdvisorDeps, c: Context): Promise<Response> {
  const signedIn = await signedInBy(deps, 'advisor', cookieIn(c, deps.baseUrl));
  // The address it leads to turns a dismissed advisor away.
  return signedIn ? c.html(noSuchPage(signedIn.person), 404) : c.redirect(ADVISORS_PATH, 303);
}

function turnedAway(deps: AdvisorDeps, c: Context): Response | Promise<Response> {
  forgetCookie(c, deps.baseUrl);
  return c.html(dismissedPage(), 403);
}
