/** `/a/<token>`: the plan. */
import { Hono } from 'hono';
import { afterUpdate, pagePaths } from '#shared/base/links/urls.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { planForms } from '#shared/views/forms/plan-forms.ts';
import { planPage } from '#shared/views/pages/plan-page.ts';
import { answerForm } from './answer-form.ts';
import { openLink, viewFor } from './open-link.ts';
import type { WebDeps } from './web-deps.ts';

export function planRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get('/a/:token', async (c) => {
    const token = c.req.param('token');
    const link = await openLink(deps, c, token);
    if (!link.opened) return link.response;
    const view = await viewFor(deps, link.applicant, token, c.req.query('done'));
    return c.html(planPage(view));
  });

  routes.post('/a/:token', async (c) => {
    const token = c.req.param('token');
    const link = await openLink(deps, c, token);
    if (!link.opened) return link.response;
    return answerForm(deps, c, {
      applicant: link.applicant,
      forms: ({ facts }) => planForms(facts),
      accepted: (_, updateId) => afterUpdate(pagePaths(token).plan, updateId),
      refused: async (applicant: Applicant, problem: Problem, status) =>
        c.html(planPage(await viewFor(deps, applicant, token), problem), status),
    });
  });

  return routes;
}
