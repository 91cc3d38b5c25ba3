/** `/advisors/sign-in` asks for a one-time link, `/advisors/in/<token>` shows and spends it. */
import * as z from 'zod';
import { SIGN_INS_PER_DAY_MAX, SIGN_INS_PER_HOUR_MAX } from '#shared/base/limits.ts';
import { SIGN_IN_PATH, signInLinkPath } from '#shared/base/links/advisor-paths.ts';
import { addressSchema } from '#shared/base/text.ts';
import { advisorIdOf, isDismissed } from '#shared/people/advisor/advisor.ts';
import { withRequest } from '#shared/people/mailing/requested.ts';
import {
  closedLinkPage,
  signInAskedPage,
  signInLinkPage,
  signInPage,
} from '#shared/views/pages/advisors/sign-in-pages.ts';
import { askForEmail } from '../../ask-email.ts';
import { lookAtSignIn, signIn } from '../../sessions.ts';
import { fields, noFields, WRONG_ADDRESS } from '../forms.ts';
import { keepCookie, pageCameFor } from './cookie.ts';
import type { AdvisorDeps } from './deps.ts';
import { type AdvisorRoute, advisorRoute } from './route.ts';

const BOUNDS = { perHour: SIGN_INS_PER_HOUR_MAX, perDay: SIGN_INS_PER_DAY_MAX };

export function signInRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    advisorRoute({
      method: 'GET',
      path: SIGN_IN_PATH,
      of: 'anybody',
      answer: (c) => c.html(signInPage()),
    }),
    advisorRoute({
      method: 'POST',
      path: SIGN_IN_PATH,
      of: 'anybody',
      form: fields(z.strictObject({ address: z.string() })),
      answer: async (c, _, { address }) => {
        const parsed = addressSchema.safeParse(address);
        if (!parsed.success) return c.html(signInPage(WRONG_ADDRESS), 422);
        await askFor(deps, advisorIdOf(parsed.data, deps.pepper));
        return c.html(signInAskedPage());
      },
    }),
    advisorRoute({
      method: 'GET',
      path: signInLinkPath(':token'),
      of: 'anybody',
      answer: async (c) => {
        const token = c.req.param('token') ?? '';
        const seen = await lookAtSignIn(deps, 'advisor', token);
        return seen.ok ? c.html(signInLinkPage(token)) : c.html(closedLinkPage(seen.failure), 410);
      },
    }),
    advisorRoute({
      method: 'POST',
      path: signInLinkPath(':token'),
      of: 'anybody',
      form: noFields,
      answer: async (c) => {
        const signedIn = await signIn(deps, 'advisor', c.req.param('token') ?? '');
        if (!signedIn.ok) return c.html(closedLinkPage(signedIn.failure), 410);
        deps.log('info', 'advisor-signed-in', { personId: signedIn.value.personId });
        keepCookie(c, deps.baseUrl, signedIn.value.cookie);
        return c.redirect(pageCameFor(c, deps.baseUrl), 303);
      },
    }),
  ];
}

/** Nothing for a stranger or somebody dismissed, or while enough links are on their way or have just left. */
async function askFor(deps: AdvisorDeps, advisorId: string): Promise<void> {
  await askForEmail(deps, 'advisor', advisorId, (advisor, at) =>
    isDismissed(advisor)
      ? undefined
      : withRequest(advisor, { id: deps.newId(), stream: 'sign-in', at }, BOUNDS),
  );
}
