/** `/u/<token>`: stop the mails, or have them again. The address is written first, then the person; answered after both. */
import { Hono } from 'hono';
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { reachWished } from '#shared/people/person/person.ts';
import { mailingOf } from '#shared/plan/facts/mailing.ts';
import type { AddressItem } from '#shared/store/items.ts';
import { foreignLinkPage } from '#shared/views/pages/message-pages.ts';
import { resumedPage, stopPage, unreachablePage } from '#shared/views/pages/stop-pages.ts';
import { setReach } from '../set-reach.ts';
import { openStopLink, wishOf } from './open-stop-link.ts';
import type { WebDeps } from './web-deps.ts';

type Wish = 'unsubscribed' | 'ok';

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

    await setAddressReach(deps, applicant, wantsMail ? 'ok' : 'unsubscribed');
    const reach = await setReach(
      deps,
      'applicant',
      applicant.id,
      wantsMail ? 'ok' : 'unsubscribed',
    );
    deps.log('info', wantsMail ? 'mail-resumed' : 'mail-stopped', { personId: applicant.id });
    if (!wantsMail) return c.html(stopPage(token, 'stopped'));
    return reach === 'ok' ? c.html(resumedPage()) : c.html(unreachablePage(), 409);
  });

  return routes;
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
    const reach = reachWished(item.reach, wish);
    if (known && reach === known.reach) return;
    if ((await deps.store.write({ ...item, reach })).written) return;
  }
  throw new Error('An address could not be written: too many writers at once.');
}
