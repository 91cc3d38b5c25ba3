/** Every route of the pages without an account. A test walks it with every kind of link that must open nothing. */
import { GUIDE_PATH } from '#shared/base/links/urls.ts';
import { SWITCHES_ID } from '#shared/people/mailing/switches-item.ts';
import { frontPage } from '#shared/views/pages/front-page.ts';
import { guidePage } from '#shared/views/pages/guide-page.ts';
import { addressRoutes } from './address.ts';
import { calendarRoutes } from './calendar.ts';
import { leavingRoutes } from './leaving.ts';
import { letterRoutes } from './letters/letters.ts';
import { cohortFormRoutes, newLinkRoutes, oneTimeRoutes } from './new-link.ts';
import { ownShortlistRoutes } from './own-shortlist.ts';
import { planRoutes } from './plan.ts';
import { sharingRoutes } from './sharing.ts';
import { signUpRoutes } from './sign-up.ts';
import { stopRoutes } from './stop.ts';
import { undoRoutes } from './undo.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';
import { wrongRoutes } from './wrong.ts';

export function webRoutes(deps: WebDeps): WebRoute[] {
  return [
    opens('anybody').get('/', (c) => {
      const { worldFor, clock, contact } = deps;
      return c.html(frontPage({ world: worldFor(), now: clock.now(), contact }));
    }),
    opens('anybody').get(GUIDE_PATH, (c) => c.html(guidePage(deps.worldFor(), deps.clock.now()))),
    opens('anybody').get('/healthz', async (c) => {
      await deps.store.read('switches', SWITCHES_ID);
      return c.text('ok');
    }),
    ...planRoutes(deps),
    ...ownShortlistRoutes(deps),
    ...leavingRoutes(deps),
    ...addressRoutes(deps),
    ...letterRoutes(deps),
    ...calendarRoutes(deps),
    ...stopRoutes(deps),
    ...newLinkRoutes(deps),
    ...signUpRoutes(deps),
    ...sharingRoutes(deps),
    ...oneTimeRoutes(deps),
    ...cohortFormRoutes(deps),
    ...undoRoutes(deps),
    ...wrongRoutes(deps),
  ];
}
