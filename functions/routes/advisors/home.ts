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
import { wrongTypePage } from '#shared/views/pages/message-pages.ts';
import { signOut, signOutEverywhere } from '../../sessions.ts';
import { setReach } from '../../set-reach.ts';
import { formBody } from '../form-body.ts';
import { forgetCookie } from './cookie.ts';
import type { AdvisorDeps } from './deps.ts';
import type { AdvisorRoute } from './route.ts';

export function homeRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    {
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
    },
    {
      method: 'POST',
      path: BRIEF_PATH,
      of: 'signed-in',
      may: ROLES,
      answer: async (c, { advisor }) => {
        const entries = await formBody(c);
        if (!entries) return c.html(wrongTypePage(), 415);
        const wantsMail = Object.fromEntries(entries).action === 'resume';
        await setReach(deps, 'advisor', advisor.id, wantsMail ? 'ok' : 'unsubscribed');
        return c.redirect(ADVISORS_PATH, 303);
      },
    },
    {
      method: 'POST',
      path: SIGN_OUT_PATH,
      of: 'signed-in',
      may: ROLES,
      answer: async (c, { session }) => {
        await signOut(deps, session);
        forgetCookie(c, deps.baseUrl);
        return c.redirect(SIGN_IN_PATH, 303);
      },
    },
    {
      method: 'POST',
      path: SIGN_OUT_EVERYWHERE_PATH,
      of: 'signed-in',
      may: ROLES,
      answer: async (c, { advisor }) => {
        await signOutEverywhere(deps, advisor.id);
        deps.log('info', 'advisor-signed-out-everywhere', { personId: advisor.id });
        forgetCookie(c, deps.baseUrl);
        return c.redirect(SIGN_IN_PATH, 303);
      },
    },
  ];
}
