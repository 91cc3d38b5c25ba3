/** `/in/<token>`: an emailed link that opens the plan once. GET shows, POST spends it. */
import { SESSION_HOURS } from '#shared/base/limits.ts';
import { signLink } from '#shared/base/links/link.ts';
import { oneTimePath, pagePaths } from '#shared/base/links/urls.ts';
import { oneTimeLinkPage, oneTimeSpentPage } from '#shared/views/pages/message-pages.ts';
import { signIn } from '../sessions.ts';
import { noFields } from './forms.ts';
import type { WebDeps } from './web-deps.ts';
import { type WebRoute, webRoute } from './web-route.ts';

export function oneTimeRoutes(deps: WebDeps): WebRoute[] {
  const path = oneTimePath(':token');
  return [
    webRoute({
      method: 'GET',
      path,
      of: 'one-time',
      answer: (c, { token }) => c.html(oneTimeLinkPage(oneTimePath(token))),
    }),
    webRoute({
      method: 'POST',
      path,
      of: 'one-time',
      form: noFields,
      answer: async (c, { token }) => {
        // The session only marks the link as spent: these pages know people by the link in their path, and no browser
        // keeps this cookie.
        const sessionDeps = { ...deps, newSecret: () => deps.newId() };
        const opened = await signIn(sessionDeps, 'applicant', token);
        if (!opened.ok) return c.html(oneTimeSpentPage(opened.failure), 410);
        const { personId } = opened.value;
        const applicant = await deps.store.read('applicant', personId);
        const link = { personId, purpose: 'answer', epoch: applicant?.linkEpoch ?? 0 } as const;
        const now = deps.clock.now();
        const signed = await signLink(deps.linkKeys, link, now, SESSION_HOURS / 24);
        deps.log('info', 'plan-opened-once', { personId });
        return c.redirect(pagePaths(signed).plan, 303);
      },
    }),
  ];
}
