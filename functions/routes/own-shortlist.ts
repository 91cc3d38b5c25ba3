/** `/a/<token>/shortlist`: the shortlist that knows the plan's profile. GET shows; the plan's own POST puts a rotation on it. */
import { pagePaths } from '#shared/base/links/urls.ts';
import { ownWhatIfs } from '#shared/shortlist/own-what-if.ts';
import { keepForm, tiersOfPlan, valuesOfPlan } from '#shared/views/pages/shortlist/own-plan.ts';
import { keptAnswers } from '../shortlist-answers.ts';
import { answerShortlist } from './shortlist.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function ownShortlistRoutes(deps: WebDeps): WebRoute[] {
  const { clock, worldFor, newId } = deps;
  const answers = keptAnswers(deps);
  return [
    opens('plan').get(
      pagePaths(':token').shortlist,
      (c, { applicant: { facts, revision, cohortId }, token }) => {
        const { shortlist, plan } = pagePaths(token);
        return answerShortlist(
          c,
          { ...deps, answers },
          {
            path: shortlist,
            cohortId,
            values: valuesOfPlan(facts),
            tiers: tiersOfPlan(facts),
            own: ownWhatIfs(facts, worldFor(cohortId), clock.now()),
            keep: (rotation) => keepForm(rotation, { action: plan, revision, updateId: newId() }),
          },
        );
      },
    ),
  ];
}
