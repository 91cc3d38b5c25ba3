/** `/s/<token>`: whoever holds letters stops all mails, or has them again. The applicants are told by the next visit. */
import { Hono } from 'hono';
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import { lettersStopPath } from '#shared/base/links/urls.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { reachWished } from '#shared/people/person/person.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import { stopLettersPage } from '#shared/views/pages/letters/stop-letters-page.ts';
import { foreignLinkPage } from '#shared/views/pages/message-pages.ts';
import { resumedPage } from '#shared/views/pages/stop-pages.ts';
import { setReach } from '../../set-reach.ts';
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
    await setAddressReach(deps, writer, wish);
    const reach = await setReach(deps, 'writer', writer.id, wish);
    deps.log('info', wantsMail ? 'mail-resumed' : 'mail-stopped', { personId: writer.id });
    if (wantsMail && reach === 'ok') return c.html(resumedPage());
    return c.html(stopLettersPage(lettersStopPath(token), reach), wantsMail ? 409 : 200);
  });

  return routes;
}

/** The address first, so that it is not forgotten with the person. Somebody else's own wish for it stays theirs. */
async function setAddressReach(
  { store, pepper }: WebDeps,
  { id: personId, address }: WriterItem,
  wish: 'ok' | 'unsubscribed',
): Promise<void> {
  const id = hashAddress(address, pepper);
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const known = await store.read('address', id);
    if (known && known.personId !== personId) return;
    const item = known ?? {
      kind: 'address' as const,
      id,
      version: 0,
      personKind: 'writer' as const,
      personId,
      reach: 'ok' as const,
    };
    const reach = reachWished(item.reach, wish);
    if (known?.reach === reach || (await store.write({ ...item, reach })).written) return;
  }
  throw new Error('An address could not be written: too many writers at once.');
}
