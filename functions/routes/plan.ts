/** `/a/<token>`: the plan. */
import { afterUpdate, pagePaths } from '#shared/base/links/urls.ts';
import { planPage } from '#shared/views/pages/plan-page.ts';
import { answerForm } from './answer-form.ts';
import { anyFields } from './forms.ts';
import { viewFor } from './open-plan.ts';
import type { WebDeps } from './web-deps.ts';
import { type WebRoute, webRoute } from './web-route.ts';

export function planRoutes(deps: WebDeps): WebRoute[] {
  const { plan: path } = pagePaths(':token');
  return [
    webRoute({
      method: 'GET',
      path,
      of: 'plan',
      answer: async (c, visitor) =>
        c.html(planPage(await viewFor(deps, visitor, c.req.query('done')))),
    }),
    webRoute({
      method: 'POST',
      path,
      of: 'plan',
      form: anyFields,
      answer: (c, visitor, entries) =>
        answerForm(deps, c, visitor, entries, {
          accepted: (_, updateId) => afterUpdate(pagePaths(visitor.token).plan, updateId),
          refused: async (now, problem) => planPage(await viewFor(deps, now), problem),
        }),
    }),
  ];
}
