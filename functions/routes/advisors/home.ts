/** `/advisors`: the advisor's own cohorts, and signing out. */

import {
  ADVISORS_PATH,
  BRIEF_PATH,
  SIGN_IN_PATH,
  SIGN_OUT_EVERYWHERE_PATH,
  SIGN_OUT_PATH,
} from '#shared/base/links/advisor-paths.ts';
import { ROLES } from '#shared/people/advisor/role.ts';
import { advisorHomePage } from '#shared/views/pages/advisors/home-page.ts';
import { signOut, signOutEverywhere } from '../../sessions.ts';
import { setReach } from '../../set-reach.ts';
import { noFields, oneClick } from '../forms.ts';
import { forgetCookie } from './cookie.ts';
import type { AdvisorDeps } from './deps.ts';
import { type AdvisorRoute, advisorRoute } from './route.ts';

export function homeRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    advisorRoute({
      method: 'GET',
      path: ADVISORS_PATH,
      of: 'signed-in',
      may: ROLES,
      answer: async (c, { advisor }) => {
        const cohorts = await Promise.all(
          advisor.cohortIds.map((id) => deps.store.read('cohort', id)),
        );
        return c.html(
          advisorHomePage(
            advisor,
            cohorts.flatMap((cohort) => cohort ?? []),
          ),
        );
      },
    }),
    advisorRoute({
      method: 'POST',
      path: BRIEF_PATH,
      of: 'signed-in',
      may: ROLES,
      form: oneClick,
      answer: async (c, { advisor }, wish) => {
        await setReach(deps, 'advisor', advisor.id, wish === 'resume' ? 'ok' : 'unsubscribed');
        return c.redirect(ADVISORS_PATH, 303);
      },
    }),
    advisorRoute({
      method: 'POST',
      path: SIGN_OUT_PATH,
      of: 'signed-in',
      may: ROLES,
      form: noFields,
      answer: async (c, { session }) => {
        await signOut(deps, session);
        forgetCookie(c, deps.baseUrl);
        return c.redirect(SIGN_IN_PATH, 303);
      },
    }),
    advisorRoute({
      method: 'POST',
      path: SIGN_OUT_EVERYWHERE_PATH,
      of: 'signed-in',
      may: ROLES,
      form: noFields,
      answer: async (c, { advisor }) => {
        await signOutEverywhere(deps, advisor.id);
        deps.log('info', 'advisor-signed-out-everywhere', { personId: advisor.id });
        forgetCookie(c, deps.baseUrl);
        return c.redirect(SIGN_IN_PATH, 303);
      },
    }),
  ];
}
