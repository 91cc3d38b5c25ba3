/** `/b/<token>`: an advisor stops the Monday brief, or has it again. */
import { Hono } from 'hono';
import { briefStopPath } from '#shared/base/links/urls.ts';
import { stopBriefPage } from '#shared/views/pages/advisors/stop-brief-page.ts';
import { foreignLinkPage } from '#shared/views/pages/message-pages.ts';
import { setReach } from '../set-reach.ts';
import { openStopLink, wishOf } from './open-stop-link.ts';
import type { WebDeps } from './web-deps.ts';

export function stopBriefRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get('/b/:token', async (c) => {
    const token = c.req.param('token');
    const link = await openStopLink(deps, token, 'brief-stop');
    if (!link) return c.html(foreignLinkPage(), 404);
    return c.html(stopBriefPage(briefStopPath(token), link.person.reach));
  });

  routes.post('/b/:token', async (c) => {
    const token = c.req.param('token');
    const link = await openStopLink(deps, token, 'brief-stop');
    if (!link) return c.html(foreignLinkPage(), 404);
    const wantsMail = (await wishOf(c)) === 'resume';
    if (wantsMail && !link.mayResume) return c.html(foreignLinkPage(), 404);
    const reach = await setReach(
      deps,
      'advisor',
      link.person.id,
      wantsMail ? 'ok' : 'unsubscribed',
    );
    deps.log('info', wantsMail ? 'mail-resumed' : 'mail-stopped', { personId: link.person.id });
    return c.html(
      stopBriefPage(briefStopPath(token), reach),
      wantsMail && reach !== 'ok' ? 409 : 200,
    );
  });

  return routes;
}
