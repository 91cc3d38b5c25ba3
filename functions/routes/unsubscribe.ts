/** `/u/<token>`: stop the mails, or have them again. The address is written first, then the person; answered after both. */
import { type Context, Hono } from 'hono';
import type { Applicant } from '../../shared/applicant/applicant.ts';
import { CONFLICT_RETRIES_MAX } from '../../shared/limits.ts';
import { type LinkReading, readLink } from '../../shared/links/link.ts';
import { unsubscribePath } from '../../shared/links/urls.ts';
import { hashAddress } from '../../shared/store/address-hash.ts';
import type { AddressItem } from '../../shared/store/items.ts';
import { writeApplicant } from '../../shared/store/write-applicant.ts';
import {
  foreignLinkPage,
  resumedPage,
  stopPage,
  unreachablePage,
} from '../../shared/web/message-pages.ts';
import type { WebDeps } from './web-deps.ts';

type Wish = 'unsubscribed' | 'ok';

export function unsubscribeRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get('/u/:token', async (c) => {
    const token = c.req.param('token');
    const applicant = await holderOf(deps, await readLink(deps.linkKeys, token, deps.clock.now()));
    if (!applicant) return c.html(foreignLinkPage(), 404);
    return c.html(
      stopPage(unsubscribePath(token), applicant.reach === 'ok' ? 'mailed' : 'stopped'),
    );
  });

  routes.post('/u/:token', async (c) => {
    const token = c.req.param('token');
    const reading = await readLink(deps.linkKeys, token, deps.clock.now());
    const applicant = await holderOf(deps, reading);
    if (!applicant) return c.html(foreignLinkPage(), 404);

    if (applicant.erased) return c.html(stopPage(unsubscribePath(token), 'stopped'));

    const wantsMail = (await wishOf(c)) === 'resume';
    // An old mail may always stop the mails; only a current link may start them again.
    const isCurrent = reading.state === 'valid' && reading.link.epoch === applicant.linkEpoch;
    if (wantsMail && !isCurrent) return c.html(foreignLinkPage(), 404);

    await setAddressReach(deps, applicant, wantsMail ? 'ok' : 'unsubscribed');
    const reach = await setPersonReach(deps, applicant.id, wantsMail ? 'ok' : 'unsubscribed');
    deps.log('info', wantsMail ? 'mail-resumed' : 'mail-stopped', { personId: applicant.id });
    if (!wantsMail) return c.html(stopPage(unsubscribePath(token), 'stopped'));
    return reach === 'ok' ? c.html(resumedPage()) : c.html(unreachablePage(), 409);
  });

  return routes;
}

async function holderOf(deps: WebDeps, reading: LinkReading): Promise<Applicant | undefined> {
  if (reading.state === 'foreign' || reading.link.purpose !== 'unsubscribe') return undefined;
  return deps.store.read('applicant', reading.link.personId);
}

// Anything but our own resume button stops: mail systems post `List-Unsubscribe=One-Click`, as a form or as multipart.
async function wishOf(c: Context): Promise<'stop' | 'resume'> {
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return 'stop';
  return new URLSearchParams(await c.req.text()).get('action') === 'resume' ? 'resume' : 'stop';
}

/** A bounce or a complaint stays what it is: it stops mail already, and a wish does not mend it. */
function reachAfter(reach: Applicant['reach'], wish: Wish): Applicant['reach'] {
  return reach === 'ok' || reach === 'unsubscribed' ? wish : reach;
}

async function setAddressReach(deps: WebDeps, applicant: Applicant, wish: Wish): Promise<void> {
  const id = hashAddress(applicant.facts.profile.address, deps.pepper);
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const known = await deps.store.read('address', id);
    const item: AddressItem = known ?? {
      kind: 'address',
      id,
      version: 0,
      personKind: 'applicant',
      personId: applicant.id,
      reach: 'ok',
    };
    const reach = reachAfter(item.reach, wish);
    if (known && reach === known.reach) return;
    if ((await deps.store.write({ ...item, reach })).written) return;
  }
  throw new Error('An address could not be written: too many writers at once.');
}

async function setPersonReach(
  deps: WebDeps,
  personId: string,
  wish: Wish,
): Promise<Applicant['reach']> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const applicant = await deps.store.read('applicant', personId);
    if (!applicant) return wish;
    const reach = reachAfter(applicant.reach, wish);
    if (reach === applicant.reach) return reach;
    const now = deps.clock.now();
    const { written } = await writeApplicant(deps.store, { ...applicant, reach, dueAt: now }, now);
    if (written) return reach;
  }
  throw new Error('A person could not be written: too many writers at once.');
}
