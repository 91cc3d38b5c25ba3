/** `/advisors/sign-in` asks for a one-time link, `/advisors/in/<token>` shows and spends it. */
import type { Context } from 'hono';
import * as z from 'zod';
import {
  ADVISORS_PATH,
  BRIEF_PATH,
  SIGN_IN_PATH,
  SIGN_OUT_EVERYWHERE_PATH,
  SIGN_OUT_PATH,
  signInLinkPath,
} from '#shared/base/links/advisor-paths.ts';
import { addressSchema } from '#shared/base/text.ts';
import { advisorIdOf, isDismissed, ROLES } from '#shared/people/advisor/advisor.ts';
import { type RequestBounds, withRequest } from '#shared/people/mailing/requested.ts';
import {
  advisorHomePage,
  type CohortLine,
  cohortLine,
} from '#shared/views/pages/advisors/home-page.ts';
import {
  closedLinkPage,
  signInAskedPage,
  signInLinkPage,
  signInPage,
} from '#shared/views/pages/advisors/sign-in-pages.ts';
import { pageOf } from '#shared/views/pages/layout.ts';
import { demoOutbox, messagePage } from '#shared/views/pages/message-pages.ts';
import { formSentences } from '#shared/words/form-refusals.ts';
import { askForEmail } from '../../ask-email.ts';
import {
  isSecondTap,
  lookAtSignIn,
  type NotSignedIn,
  signIn,
  signOut,
  signOutEverywhere,
} from '../../sessions.ts';
import { setReach } from '../../set-reach.ts';
import { reportNow } from '../../whole-cohort.ts';
import { fields, noFields } from '../forms.ts';
import { linkBounds, rememberBrowser, sourceShown } from '../requester.ts';
import { cookieIn, forgetCookie, keepCookie, pageCameFor } from './cookie.ts';
import { type AdvisorDeps, type AdvisorRoute, anybody, signedIn } from './route.ts';

const COHORTS_SHOWN = 25;

const briefWish = fields(z.strictObject({ action: z.enum(['stop', 'resume']) }));

export function signInRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    anybody.get(SIGN_IN_PATH, (c) => c.html(signInPage())),
    anybody.post(
      SIGN_IN_PATH,
      fields(z.strictObject({ address: z.string() })),
      async (c, _, { address }) => {
        const parsed = addressSchema.safeParse(address);
        if (!parsed.success) return c.html(signInPage(formSentences.noAddress), 422);
        deps.log('info', 'sign-in-asked', { source: sourceShown(deps, c) });
        const advisorId = advisorIdOf(parsed.data, deps.pepper);
        const bounds = await linkBounds(deps, c, [{ kind: 'advisor', id: advisorId }]);
        if (!bounds) return c.html(messagePage('too-many-links'), 429);
        await askFor(deps, advisorId, bounds);
        return c.html(signInAskedPage(deps.outbox ? demoOutbox(deps.outbox) : undefined));
      },
    ),
    anybody.get(signInLinkPath(':token'), async (c) => {
      const token = c.req.param('token') ?? '';
      const seen = await lookAtSignIn(deps, 'advisor', token);
      return seen.ok ? c.html(signInLinkPage(token)) : turnedBack(deps, c, seen.failure);
    }),
    anybody.post(signInLinkPath(':token'), noFields, async (c) => {
      const signedIn = await signIn(deps, 'advisor', c.req.param('token') ?? '');
      if (!signedIn.ok) return turnedBack(deps, c, signedIn.failure);
      const { personId } = signedIn.value;
      deps.log('info', 'advisor-signed-in', { personId });
      keepCookie(c, deps.baseUrl, signedIn.value.cookie);
      const advisor = await deps.store.read('advisor', personId);
      if (advisor) rememberBrowser(deps, c, advisor);
      return c.redirect(pageCameFor(c, deps.baseUrl), 303);
    }),
  ];
}

/** A second tap goes where the first one led; anyone else sees that the link is closed. */
async function turnedBack(deps: AdvisorDeps, c: Context, why: NotSignedIn): Promise<Response> {
  if (await isSecondTap(deps, 'advisor', c.req.param('token') ?? '', cookieIn(c, deps.baseUrl))) {
    return c.redirect(pageCameFor(c, deps.baseUrl), 303);
  }
  if (c.req.method === 'POST') {
    deps.log('warn', 'sign-in-refused', { source: sourceShown(deps, c) });
  }
  return c.html(closedLinkPage(why), 410);
}

/** Does nothing for a stranger or a dismissed advisor, or if enough links are on their way or were just sent. */
async function askFor(deps: AdvisorDeps, advisorId: string, bounds: RequestBounds): Promise<void> {
  await askForEmail(deps, 'advisor', advisorId, (advisor, at) =>
    isDismissed(advisor)
      ? undefined
      : withRequest(advisor, { id: deps.newId(), stream: 'sign-in', at }, bounds),
  );
}

export function homeRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    signedIn(ROLES).get(ADVISORS_PATH, async (c, { advisor }) => {
      const asked = Number(c.req.query('page')) || 1;
      const { page, pages, shown } = pageOf(advisor.cohortIds, asked, COHORTS_SHOWN);
      const lines: CohortLine[] = [];
      for (const id of shown) {
        const cohort = await deps.store.read('cohort', id);
        if (cohort) lines.push(cohortLine(await reportNow(deps, cohort)));
      }
      return c.html(advisorHomePage(advisor, lines, { page, pages }));
    }),
    signedIn(ROLES).post(BRIEF_PATH, briefWish, async (c, { advisor }, { action }) => {
      await setReach(deps, 'advisor', advisor.id, action === 'resume' ? 'ok' : 'unsubscribed');
      return c.redirect(ADVISORS_PATH, 303);
    }),
    signedIn(ROLES).post(SIGN_OUT_PATH, noFields, async (c, { session }) => {
      await signOut(deps, session);
      forgetCookie(c, deps.baseUrl);
      return c.redirect(SIGN_IN_PATH, 303);
    }),
    signedIn(ROLES).post(SIGN_OUT_EVERYWHERE_PATH, noFields, async (c, { advisor }) => {
      await signOutEverywhere(deps, advisor.id);
      deps.log('info', 'advisor-signed-out-everywhere', { personId: advisor.id });
      forgetCookie(c, deps.baseUrl);
      return c.redirect(SIGN_IN_PATH, 303);
    }),
  ];
}
