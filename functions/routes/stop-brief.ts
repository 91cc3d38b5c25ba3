/** `/b/<token>`: an advisor stops the Monday brief, or has it again. */
import { Hono } from 'hono';
import type { Advisor } from '../../shared/access/advisor.ts';
import { readLink } from '../../shared/links/link.ts';
import { briefStopPath } from '../../shared/links/urls.ts';
import { stopBriefPage } from '../../shared/web/advisors/stop-brief-page.ts';
import { foreignLinkPage } from '../../shared/web/message-pages.ts';
import { wishBrief } from './brief-wish.ts';
import { wishOf } from './open-stop-link.ts';
import type { WebDeps } from './web-deps.ts';

export function stopBriefRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get('/b/:token', async (c) => {
    const token = c.req.param('token');
    const link = await open(deps, token);
    if (!link) return c.html(foreignLinkPage(), 404);
    return c.html(stopBriefPage(briefStopPath(token), link.advisor.reach));
  });

  routes.post('/b/:token', async (c) => {
    const token = c.req.param('token');
    const link = await open(deps, token);
    if (!link) return c.html(foreignLinkPage(), 404);
    const wantsMail = (await wishOf(c)) === 'resume';
    if (wantsMail && !link.mayResume) return c.html(foreignLinkPage(), 404);
    const reach = await wishBrief(deps, link.advisor.id, wantsMail ? 'ok' : 'unsubscribed');
    deps.log('info', wantsMail ? 'mail-resumed' : 'mail-stopped', { personId: link.advisor.id });
    return c.html(
      stopBriefPage(briefStopPath(token), reach),
      wantsMail && reach !== 'ok' ? 409 : 200,
    );
  });

  return routes;
}

/** An old mail may always stop the brief; only a current link may start it again. */
async function open(
  { store, linkKeys, clock }: WebDeps,
  token: string,
): Promise<{ readonly advisor: Advisor; readonly mayResume: boolean } | undefined> {
  const reading = await readLink(linkKeys, token, clock.now());
  if (reading.state === 'foreign' || reading.link.purpose !== 'brief-stop') return undefined;
  const advisor = await store.read('advisor', reading.link.personId);
  const mayResume = reading.state === 'valid' && reading.link.epoch === advisor?.linkEpoch;
  return advisor && { advisor, mayResume };
}
