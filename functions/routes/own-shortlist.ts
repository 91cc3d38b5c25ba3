/** `/a/<token>/shortlist`: the shortlist that knows the plan's profile and can put a month on it. GET shows; the plan's own POST acts. */
import { Hono } from 'hono';
import { pagePaths } from '#shared/base/links/urls.ts';
import { ownWhatIfs } from '#shared/shortlist/own-what-if.ts';
import { keepForm } from '#shared/views/pages/shortlist/keep-form.ts';
import { valuesOfPlan } from '#shared/views/pages/shortlist/values-of-plan.ts';
import { openLink } from './open-link.ts';
import { answerShortlist } from './shortlist.ts';
import type { WebDeps } from './web-deps.ts';

export function ownShortlistRoutes(deps: WebDeps): Hono {
  const routes = new Hono();
  routes.get('/a/:token/shortlist', async (c) => {
    const token = c.req.param('token');
    const link = await openLink(deps, c, token);
    if (!link.opened) return link.response;
    const { facts, revision, cohortId } = link.applicant;
    const { clock } = deps;
    const world = deps.worldFor(cohortId);
    const { shortlist, plan } = pagePaths(token);
    return answerShortlist(
      c,
      { clock, world },
      {
        path: shortlist,
        values: valuesOfPlan(facts),
        own: ownWhatIfs(facts, world, clock.now()),
        keep: (rotation) => keepForm(rotation, { action: plan, revision, updateId: deps.newId() }),
      },
    );
  });
  return routes;
}
