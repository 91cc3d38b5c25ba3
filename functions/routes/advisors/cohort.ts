/** `/advisors/c/<cohort>`: who is in it. */
import { ROLES } from '../../../shared/access/role.ts';
import { cohortPath } from '../../../shared/links/advisor-paths.ts';
import { cohortPage } from '../../../shared/web/advisors/cohort-page.ts';
import type { AdvisorDeps } from './deps.ts';
import type { AdvisorRoute } from './route.ts';

const PEOPLE_PER_PAGE = 50;

export function cohortRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    {
      method: 'GET',
      path: cohortPath(':cohortId'),
      of: 'own-cohort',
      may: ROLES,
      answer: async (c, { advisor, cohort }) => {
        const people = await deps.store.cohort(cohort.id, PEOPLE_PER_PAGE, c.req.query('from'));
        return c.html(cohortPage(advisor, cohort, people));
      },
    },
  ];
}
