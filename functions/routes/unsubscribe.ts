/** `/u/<token>`: stop the emails, or have them again. The address is written first, then the person; answered after both. */
import { Hono } from 'hono';
import { mailingOf } from '#shared/plan/facts/mailing.ts';
import { foreignLinkPage } from '#shared/views/pages/message-pages.ts';
import { resumedPage, stopPage, unreachablePage } from '#shared/views/pages/stop-pages.ts';
import { setReachWithAddress } from '../set-reach.ts';
import { openStopLink, wishOf } from './open-stop-link.ts';
import type { WebDeps } from './web-deps.ts';

export function unsubscribeRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get('/u/:token', async (c) => {
    const token = c.req.param('token');
    const link = await openStopLink(deps, token, 'unsubscribe');
    if (!link) return c.html(foreignLinkPage(), 404);
    const { reach, facts } = link.person;
    return c.html(stopPage(token, reach === 'ok' ? 'mailed' : 'stopped', mailingOf(facts).stopped));
  });

  routes.post('/u/:token', async (c) => {
    const token = c.req.param('token');
    const link = await openStopLink(deps, token, 'unsubscribe');
    if (!link) return c.html(foreignLinkPage(), 404);
    const { person: applicant, mayResume } = link;
    if (applicant.erased) return c.html(stopPage(token, 'stopped'));
    const wantsMail = (await wishOf(c)) === 'resume';
    if (wantsMail && !mayResume) return c.html(foreignLinkPage(), 404);

    const wish = wantsMail ? 'ok' : 'unsubscribed';
    const reach = await setReachWithAddress(deps, applicant, wish);
    deps.log('info', wantsMail ? 'mail-resumed' : 'mail-stopped', { personId: applicant.id });
    if (!wantsMail) return c.html(stopPage(token, 'stopped'));
    return reach === 'ok' ? c.html(resumedPage()) : c.html(unreachablePage(), 409);
  });

  return routes;
}
