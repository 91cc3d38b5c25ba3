/** `/start`: begin by oneself. `POST /a/<token>/confirm`: the emailed link shows that the address is one's own. */
import { Hono } from 'hono';
import { readLink } from '#shared/base/links/link.ts';
import { pagePaths, START_PATH } from '#shared/base/links/urls.ts';
import { confirmed, signUpSchema } from '#shared/people/applicant/pending.ts';
import { foreignLinkPage, wrongTypePage } from '#shared/views/pages/message-pages.ts';
import { signUpErrors, signUpPage, startedPage } from '#shared/views/pages/sign-up-pages.ts';
import { change } from '../change.ts';
import { signUp } from '../sign-up.ts';
import { formBody } from './form-body.ts';
import { askFor } from './new-link.ts';
import type { WebDeps } from './web-deps.ts';

export function signUpRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get(START_PATH, (c) => c.html(signUpPage()));

  routes.post(START_PATH, async (c) => {
    const entries = await formBody(c);
    if (!entries) return c.html(wrongTypePage(), 415);
    const values = Object.fromEntries(entries);
    const { matchYear = '', ...others } = values;
    const year = /^\d{4}$/.test(matchYear) ? Number(matchYear) : matchYear;
    const parsed = signUpSchema.safeParse({ ...others, matchYear: year });
    if (!parsed.success) {
      return c.html(signUpPage({ values, errors: signUpErrors(parsed.error.issues) }), 422);
    }
    const outcome = await signUp(
      { ...deps, askForLink: (personId) => askFor(deps, personId) },
      parsed.data,
    );
    deps.log(outcome === 'too-many' ? 'warn' : 'info', 'sign-up', { reason: outcome });
    return c.html(startedPage());
  });

  routes.post('/a/:token/confirm', async (c) => {
    const token = c.req.param('token');
    const reading = await readLink(deps.linkKeys, token, deps.clock.now());
    if (reading.state !== 'valid' || reading.link.purpose !== 'answer') {
      return c.html(foreignLinkPage(), 404);
    }
    const isThere = await change(deps, 'applicant', reading.link.personId, (applicant, now) => {
      if (!applicant) return { answer: false };
      return { write: applicant.pending ? confirmed(applicant, now) : applicant, answer: true };
    });
    return isThere ? c.redirect(pagePaths(token).plan, 303) : c.html(foreignLinkPage(), 404);
  });

  return routes;
}
