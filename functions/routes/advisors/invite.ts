/** `/advisors/c/<cohort>/invite`: the link that lets applicants share a plan they started themselves. */

import { LINK_DAYS } from '#shared/base/limits.ts';
import { PATHS } from '#shared/base/links/advisor-paths.ts';
import { signLink } from '#shared/base/links/link.ts';
import { joinPath } from '#shared/base/links/urls.ts';
import { WORKERS } from '#shared/people/advisor/advisor.ts';
import { invitePage } from '#shared/views/pages/advisors/home-page.ts';
import { type AdvisorDeps, type AdvisorRoute, ofCohort } from './route.ts';

export function inviteRoutes({ linkKeys, clock, baseUrl }: AdvisorDeps): AdvisorRoute[] {
  return [
    ofCohort(WORKERS).get(PATHS.invite, async (c, visitor) => {
      const { advisor, cohort } = visitor;
      const { id: personId, linkEpoch: epoch } = advisor;
      const link = { personId, epoch, purpose: 'invite', about: cohort.id } as const;
      const token = await signLink(linkKeys, link, clock.now(), LINK_DAYS);
      return c.html(invitePage(visitor, new URL(joinPath(token), baseUrl).href));
    }),
  ];
}
