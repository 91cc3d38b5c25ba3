/** `/a/<token>`: the plan. */
import { Hono } from 'hono';
import type { Applicant } from '../../shared/applicant/applicant.ts';
import type { Problem } from '../../shared/forms/field.ts';
import { planForms } from '../../shared/forms/plan-forms.ts';
import { afterUpdate, pagePaths } from '../../shared/links/urls.ts';
import { planPage } from '../../shared/web/plan-page.ts';
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
