/** `/advisors/c/<cohort>`: the cohort's report. */
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import { knownOf, readQuery } from '#shared/cohort/report/filters.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import { ROLES } from '#shared/people/advisor/role.ts';
import { badFilterPage } from '#shared/views/pages/report/bad-filter-page.ts';
import { reportPage } from '#shared/views/pages/report/report-page.ts';
import { wholeCohort } from '../../whole-cohort.ts';
import type { AdvisorDeps } from './deps.ts';
import { type AdvisorRoute, ofCohort } from './route.ts';

export function cohortRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    ofCohort(ROLES).get(cohortPath(':cohortId'), async (c, { advisor, cohort }) => {
      const { known, unknown } = knownOf(new URL(c.req.url).searchParams);
      const query = readQuery(known);
      if (!query.ok) return c.html(badFilterPage(advisor, cohort, query.failure), 400);
      const people = await wholeCohort(deps.store, cohort.id);
      const now = deps.clock.now();
      const reader = advisor.profile.name;
      const report = reportOf(cohort, people, query.value, deps.worldFor(cohort.id), now, reader);
      return c.html(reportPage(report, advisor, unknown));
    }),
  ];
}
