/** Every route of the pages without an account. A test walks it with every kind of link that must open nothing. */
import { GUIDE_PATH, NEW_LINK_PATH } from '#shared/base/links/urls.ts';
import { SWITCHES_ID } from '#shared/people/mailing/switches-item.ts';
import { guidePage } from '#shared/views/pages/guide-page.ts';
import { calendarRoutes } from './calendar.ts';
import { cohortFormRoutes } from './cohort-form.ts';
import { laterRoutes } from './later.ts';
import { leavingRoutes } from './leaving.ts';
import { letterRoutes } from './letters/letters.ts';
import { newLinkRoutes } from './new-link.ts';
import { oneTimeRoutes } from './one-time.ts';
import { ownLetterRoutes } from './own-letters.ts';
import { ownShortlistRoutes } from './own-shortlist.ts';
import { personRoutes } from './person.ts';
import { planRoutes } from './plan.ts';
import { rotationRoutes } from './rotation.ts';
import { signUpRoutes } from './sign-up.ts';
import { stopRoutes } from './stop.ts';
import { undoRoutes } from './undo.ts';
import type { WebDeps } from './web-deps.ts';
import { type WebRoute, webRoute } from './web-route.ts';

export function webRoutes(deps: WebDeps): WebRoute[] {
  return [
    // Where a lost link is asked for.
    webRoute({
      method: 'GET',
      path: '/',
      of: 'anybody',
      answer: (c) => c.redirect(NEW_LINK_PATH),
    }),
    webRoute({
      method: 'GET',
      path: GUIDE_PATH,
      of: 'anybody',
      answer: (c) => c.html(guidePage()),
    }),
    webRoute({
      method: 'GET',
      path: '/healthz',
      of: 'anybody',
      answer: async (c) => {
        await deps.store.read('switches', SWITCHES_ID);
        return c.text('ok');
      },
    }),
    ...planRoutes(deps),
    ...ownShortlistRoutes(deps),
    // Before the rotations: its place in the path is a word that no rotation can have as its id.
    ...ownLetterRoutes(deps),
    ...rotationRoutes(deps),
    ...personRoutes(deps),
    ...leavingRoutes(deps),
    ...laterRoutes(deps),
    ...letterRoutes(deps),
    ...calendarRoutes(deps),
    ...stopRoutes(deps),
    ...newLinkRoutes(deps),
    ...signUpRoutes(deps),
    ...oneTimeRoutes(deps),
    ...cohortFormRoutes(deps),
    ...undoRoutes(deps),
  ];
}
