/** `/in/<token>`: an emailed link that opens the plan once. GET shows, POST spends it. */
import { Hono } from 'hono';
import { SESSION_HOURS } from '#shared/base/limits.ts';
import { signLink } from '#shared/base/links/link.ts';
import { oneTimePath, pagePaths } from '#shared/base/links/urls.ts';
import { oneTimeLinkPage, oneTimeSpentPage } from '#shared/views/pages/message-pages.ts';
import { lookAtSignIn, signIn } from '../sessions.ts';
import type { WebDeps } from './web-deps.ts';

export function oneTimeRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get(oneTimePath(':token'), async (c) => {
    const token = c.req.param('token') ?? '';
    const seen = await lookAtSignIn(deps, 'applicant', token);
    return seen.ok
      ? c.html(oneTimeLinkPage(oneTimePath(token)))
      : c.html(oneTimeSpentPage(seen.failure), 410);
  });

  routes.post(oneTimePath(':token'), async (c) => {
    // The session only marks the link as spent: these pages know people by the link in their path, and nobody keeps
    // this cookie.
    const sessionDeps = { ...deps, newSecret: () => deps.newId() };
    const token = c.req.param('token') ?? '';
    const opened = await signIn(sessionDeps, 'applicant', token);
    if (!opened.ok) return c.html(oneTimeSpentPage(opened.failure), 410);
    const { personId } = opened.value;
    const applicant = await deps.store.read('applicant', personId);
    const link = { personId, purpose: 'answer', epoch: applicant?.linkEpoch ?? 0 } as const;
    const days = SESSION_HOURS / 24;
    deps.log('info', 'plan-opened-once', { personId });
    return c.redirect(
      pagePaths(await signLink(deps.linkKeys, link, deps.clock.now(), days)).plan,
      303,
    );
  });

  return routes;
}
