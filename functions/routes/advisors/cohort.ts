/** `/advisors/c/<cohort>`: the cohort's report. */
import { PATHS } from '#shared/base/links/advisor-paths.ts';
import { knownOf, readQuery } from '#shared/cohort/report/filters.ts';
import { ROLES } from '#shared/people/advisor/advisor.ts';
import { badFilterPage, reportPage } from '#shared/views/pages/report/report-page.ts';
import { otherCohortsOf, reportNow, teamOf } from '../../whole-cohort.ts';
import { doneIn } from './acts.ts';
import { type AdvisorDeps, type AdvisorRoute, ofCohort } from './route.ts';
import { savedViewsOf } from './saved-views.ts';

export function cohortRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    ofCohort(ROLES).get(PATHS.report, async (c, visitor) => {
      const { advisor, cohort } = visitor;
      const params = new URL(c.req.url).searchParams;
      const done = doneIn(params);
      const { known, unknown } = knownOf(params);
      const query = readQuery(known);
      if (!query.ok) return c.html(badFilterPage(visitor, query.failure), 400);
      const [report, team, cohorts, saved] = await Promise.all([
        reportNow(deps, cohort, query.value, advisor),
        teamOf(deps, cohort),
        otherCohortsOf(deps, advisor, cohort),
        savedViewsOf(deps, cohort.id, advisor),
      ]);
      const { newId } = deps;
      const view = { advisor, team, cohorts, saved, unknown, newId, ...(done && { done }) };
      return c.html(reportPage(report, view));
    }),
  ];
}
