/** `/a/<token>/shortlist`: the shortlist that knows the plan's profile. It shows; the plan's own POST puts a rotation on it. */
import type { Context } from 'hono';
import { pagePaths } from '#shared/base/links/urls.ts';
import { reportedTo } from '#shared/cohort/report/by-host.ts';
import type { OfScores } from '#shared/shortlist/own-score.ts';
import { ownWhatIfs } from '#shared/shortlist/own-what-if.ts';
import { keepButton, knownOfPlan, valuesOfPlan } from '#shared/views/pages/shortlist/own-plan.ts';
import { keptAnswers } from '../shortlist-answers.ts';
import { schoolmatesOf } from '../whole-cohort.ts';
import type { PlanVisitor } from './open-plan.ts';
import { answerShortlist, ownScores } from './shortlist.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function ownShortlistRoutes(deps: WebDeps): WebRoute[] {
  const { clock, worldFor, newId } = deps;
  const answers = keptAnswers(deps);
  const path = pagePaths(':token').shortlist;
  return [
    opens('plan').get(path, (c, visitor) => answer(c, visitor)),
    opens('plan').post(path, ownScores, (c, visitor, scores) => answer(c, visitor, scores)),
  ];

  async function answer(c: Context, { applicant, token }: PlanVisitor, scores?: OfScores) {
    const { facts, revision, cohortId } = applicant;
    const { shortlist, plan } = pagePaths(token);
    const isAsked = Object.keys(c.req.query()).length > 0;
    const school = isAsked ? await schoolmatesOf(deps.store, cohortId) : [];
    return answerShortlist(
      c,
      { ...deps, answers },
      {
        path: shortlist,
        cohortId,
        values: valuesOfPlan(facts),
        known: knownOfPlan(facts),
        ...(scores && { scores }),
        own: ownWhatIfs(facts, worldFor(cohortId), clock.now()),
        extras: {
          keep: (rotation) =>
            keepButton(rotation, facts, { action: plan, revision, updateId: newId() }),
          ...(school.length > 0 && {
            reported: ({ host }) => reportedTo(school, host.institutionId),
          }),
        },
      },
    );
  }
}
