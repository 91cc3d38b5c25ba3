/** The advisors' side as one Hono app of its own, so that applicants' pages stay light. GET shows, POST acts. */
import type { Context, Hono } from 'hono';
import { ADVISORS_PATH, SIGN_IN_PATH } from '#shared/base/links/advisor-paths.ts';
import { idSchema } from '#shared/base/text.ts';
import { roleAt } from '#shared/people/advisor/advisor.ts';
import { noSuchPage, notAllowedPage } from '#shared/views/pages/advisors/frame.ts';
import { dismissedPage, signedOutPage } from '#shared/views/pages/advisors/sign-in-pages.ts';
import { cookieIn, forgetCookie, rememberPage } from './routes/advisors/cookie.ts';
import { type Items, openItem } from './routes/advisors/open-item.ts';
import type {
  AdvisorDeps,
  AdvisorRoute,
  CohortVisitor,
  ItemVisitor,
  Visitor,
} from './routes/advisors/route.ts';
import { advisorRoutes } from './routes/advisors/table.ts';
import { sourceShown } from './routes/requester.ts';
import { serve } from './routes/route.ts';
import { evenAnswer, safeApp } from './routes/safe-app.ts';
import { isOfDismissed, signedInBy } from './sessions.ts';

export type { AdvisorDeps };

export function advisorsApp(deps: AdvisorDeps): Hono {
  const app = safeApp(deps, 'advisors-failed');
  app.use(async (c, next) => {
    await next();
    const { status } = c.res;
    if (![401, 403, 404].includes(status)) return;
    deps.log('warn', 'advisors-refused', { status, source: sourceShown(deps, c) });
  });
  app.use(SIGN_IN_PATH, evenAnswer(deps));
  serve(app, advisorRoutes(deps), deps.baseUrl, (route, c) => visitorOf(deps, route, c));
  app.notFound((c) => unrouted(deps, c));
  return app;
}

/** Without a session: the sign-in page. Another team's cohort, or none: the same 404. A role that may not, or a dismissed advisor: 403. */
async function visitorOf(
  deps: AdvisorDeps,
  route: AdvisorRoute,
  c: Context,
): Promise<ItemVisitor<keyof Items> | CohortVisitor | Visitor | Response | undefined> {
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
  if (!route.may.includes(here.role)) return c.html(notAllowedPage(here), 403);
  const visitor = { advisor: here, session, cohort };
  if (!route.about) return visitor;
  const item = await openItem(deps.store, route.about, c.req.param(`${route.about}Id`), visitor);
  return item ? { ...visitor, item } : c.html(noSuchPage(here), 404);
}

/** For addresses that no route takes: a signed-in advisor is shown the way back, anyone else the sign-in page. */
async function unrouted(deps: AdvisorDeps, c: Context): Promise<Response> {
  const signedIn = await signedInBy(deps, 'advisor', cookieIn(c, deps.baseUrl));
  // The address it leads to turns a dismissed advisor away.
  return signedIn ? c.html(noSuchPage(signedIn.person), 404) : c.redirect(ADVISORS_PATH, 303);
}

function turnedAway(deps: AdvisorDeps, c: Context): Response | Promise<Response> {
  forgetCookie(c, deps.baseUrl);
  return c.html(dismissedPage(), 403);
}
