/** `/a/<token>/later?rule=&subject=`: one thing is put off to a day of the reader's choice. */
import { type Context, Hono } from 'hono';
import { occasionToPutOff } from '#shared/agenda/occasions/wishes.ts';
import { afterUpdate, pagePaths } from '#shared/base/links/urls.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import { laterForms } from '#shared/views/forms/wish-forms.ts';
import { laterPage } from '#shared/views/pages/later-page.ts';
import { nothingToPutOffPage } from '#shared/views/pages/message-pages.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { answerForm } from './answer-form.ts';
import { openLink, viewFor } from './open-link.ts';
import type { WebDeps } from './web-deps.ts';

export function laterRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  /** What the address speaks of, as it stands for this person now; undefined once it is done. */
  function occasionOf(c: Context, applicant: Applicant) {
    const { rule = '', subject = '' } = c.req.query();
    const world = deps.worldFor(applicant.cohortId);
    const present = withTimePassed(applicant, deps.clock.now(), world);
    return occasionToPutOff(present.facts, world, { rule, subject });
  }

  function gone(c: Context, token: string): Response | Promise<Response> {
    const message = refusalWords(refusals.nothingToPutOff());
    return c.html(nothingToPutOffPage(message, pagePaths(token).plan), 404);
  }

  routes.get('/a/:token/later', async (c) => {
    const token = c.req.param('token');
    const link = await openLink(deps, c, token);
    if (!link.opened) return link.response;
    const occasion = occasionOf(c, link.applicant);
    if (!occasion) return gone(c, token);
    return c.html(laterPage(await viewFor(deps, link.applicant, token), occasion));
  });

  routes.post('/a/:token/later', async (c) => {
    const token = c.req.param('token');
    const link = await openLink(deps, c, token);
    if (!link.opened) return link.response;
    const occasion = occasionOf(c, link.applicant);
    if (!occasion) return gone(c, token);
    return answerForm(deps, c, {
      applicant: link.applicant,
      forms: ({ facts }) => laterForms(occasion, dayIn(facts.profile.zone, deps.clock.now())),
      accepted: (_, updateId) => afterUpdate(pagePaths(token).plan, updateId),
      refused: async (applicant: Applicant, problem: Problem, status) =>
        c.html(laterPage(await viewFor(deps, applicant, token), occasion, problem), status),
    });
  });

  return routes;
}
