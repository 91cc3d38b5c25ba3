/** `/s/<token>`: whoever holds letters stops all emails, or has them again. The applicants are told by the next visit. */
import { Hono } from 'hono';
import { lettersStopPath } from '#shared/base/links/urls.ts';
import { stopLettersPage } from '#shared/views/pages/letters/stop-letters-page.ts';
import { foreignLinkPage } from '#shared/views/pages/message-pages.ts';
import { resumedPage } from '#shared/views/pages/stop-pages.ts';
import { setReachWithAddress } from '../../set-reach.ts';
import { openStopLink, wishOf } from '../open-stop-link.ts';
import type { WebDeps } from '../web-deps.ts';

export function stopLetterRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get('/s/:token', async (c) => {
    const token = c.req.param('token');
    const link = await openStopLink(deps, token, 'letters-stop');
    if (!link) return c.html(foreignLinkPage(), 404);
    return c.html(stopLettersPage(lettersStopPath(token), link.person.reach));
  });

  routes.post('/s/:token', async (c) => {
    const token = c.req.param('token');
    const link = await openStopLink(deps, token, 'letters-stop');
    if (!link) return c.html(foreignLinkPage(), 404);
    const { person: writer, mayResume } = link;
    const wantsMail = (await wishOf(c)) === 'resume';
    if (wantsMail && !mayResume) return c.html(foreignLinkPage(), 404);
    const wish = wantsMail ? 'ok' : 'unsubscribed';
    const reach = await setReachWithAddress(deps, writer, wish);
    deps.log('info', wantsMail ? 'mail-resumed' : 'mail-stopped', { personId: writer.id });
    if (wantsMail && reach === 'ok') return c.html(resumedPage());
    return c.html(stopLettersPage(lettersStopPath(token), reach), wantsMail ? 409 : 200);
  });

  return routes;
}
