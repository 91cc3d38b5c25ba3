/** `/s/<token>`: whoever holds letters stops all mails, or has them again. The applicants are told by the next visit. */
import { Hono } from 'hono';
import type { WriterItem } from '../../../shared/letters/writer.ts';
import { CONFLICT_RETRIES_MAX } from '../../../shared/limits.ts';
import { type LinkReading, readLink } from '../../../shared/links/link.ts';
import { lettersStopPath } from '../../../shared/links/urls.ts';
import { type Reach, reachWished } from '../../../shared/person/person.ts';
import { hashAddress } from '../../../shared/store/address-hash.ts';
import { stopLettersPage } from '../../../shared/web/letters/stop-letters-page.ts';
import { foreignLinkPage } from '../../../shared/web/message-pages.ts';
import { resumedPage } from '../../../shared/web/stop-pages.ts';
import type { WebDeps } from '../web-deps.ts';

export function stopLetterRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get('/s/:token', async (c) => {
    const token = c.req.param('token');
    const writer = await holderOf(deps, await readLink(deps.linkKeys, token, deps.clock.now()));
    if (!writer) return c.html(foreignLinkPage(), 404);
    return c.html(stopLettersPage(lettersStopPath(token), writer.reach));
  });

  routes.post('/s/:token', async (c) => {
    const token = c.req.param('token');
    const reading = await readLink(deps.linkKeys, token, deps.clock.now());
    const writer = await holderOf(deps, reading);
    if (!writer) return c.html(foreignLinkPage(), 404);
    // Anything but our own resume button stops: mail systems post `List-Unsubscribe=One-Click`.
    const wantsMail = new URLSearchParams(await c.req.text()).get('action') === 'resume';
    // An old mail may always stop the mails; only a current link may start them again.
    if (wantsMail && (reading.state !== 'valid' || reading.link.epoch !== writer.linkEpoch)) {
      return c.html(foreignLinkPage(), 404);
    }
    const wish = wantsMail ? 'ok' : 'unsubscribed';
    await setAddressReach(deps, writer, wish);
    const reach = await setReach(deps, writer.id, wish);
    deps.log('info', wantsMail ? 'mail-resumed' : 'mail-stopped', { personId: writer.id });
    if (wantsMail && reach === 'ok') return c.html(resumedPage());
    return c.html(stopLettersPage(lettersStopPath(token), reach), wantsMail ? 409 : 200);
  });

  return routes;
}

async function holderOf(deps: WebDeps, reading: LinkReading): Promise<WriterItem | undefined> {
  if (reading.state === 'foreign' || reading.link.purpose !== 'letters-stop') return undefined;
  return deps.store.read('writer', reading.link.personId);
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

async function setReach(
  { store, clock }: WebDeps,
  writerId: string,
  wish: 'ok' | 'unsubscribed',
): Promise<Reach> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const writer = await store.read('writer', writerId);
    if (!writer) return wish;
    const reach = reachWished(writer.reach, wish);
    if (reach === writer.reach) return reach;
    if ((await store.write({ ...writer, reach, dueAt: clock.now() })).written) return reach;
  }
  throw new Error('A person could not be written: too many writers at once.');
}
