/** `/a/<token>/shortlist`: the shortlist that knows the plan's profile. It shows; the plan's own POST puts a rotation on it. */
import type { Context } from 'hono';
import { pagePaths } from '#shared/base/links/urls.ts';
import { ownWhatIfs } from '#shared/shortlist/own-what-if.ts';
import { keepForm, tiersOfPlan, valuesOfPlan } from '#shared/views/pages/shortlist/own-plan.ts';
import { keptAnswers } from '../shortlist-answers.ts';
import type { PlanVisitor } from './open-plan.ts';
import { answerShortlist, ownScore } from './shortlist.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function ownShortlistRoutes(deps: WebDeps): WebRoute[] {
  const { clock, worldFor, newId } = deps;
  const answers = keptAnswers(deps);
  const path = pagePaths(':token').shortlist;
  return [
    opens('plan').get(path, (c, visitor) => answer(c, visitor)),
    opens('plan').post(path, ownScore, (c, visitor, { score }) => answer(c, visitor, score)),
  ];

  function answer(c: Context, { applicant, token }: PlanVisitor, score?: string) {
    const { facts, revision, cohortId } = applicant;
    const { shortlist, plan } = pagePaths(token);
    return answerShortlist(
      c,
      { ...deps, answers },
      {
        path: shortlist,
        cohortId,
        values: valuesOfPlan(facts),
        tiers: tiersOfPlan(facts),
        ...(score !== undefined && { score }),
        own: ownWhatIfs(facts, worldFor(cohortId), clock.now()),
        keep: (rotation) => keepForm(rotation, { action: plan, revision, updateId: newId() }),
      },
    );
  }
}
