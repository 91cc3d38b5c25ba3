/** Every route of the advisors' pages. A test walks it as every role, as nobody, and at another's cohort. */
import { actRoutes } from './acts.ts';
import { archiveRoutes } from './archive.ts';
import { cohortRoutes } from './cohort.ts';
import { dateRoutes } from './dates.ts';
import { exportRoutes } from './exports.ts';
import { hostSheetRoutes } from './host-sheet.ts';
import { hostRoutes } from './hosts.ts';
import { importRoutes } from './import.ts';
import { messageRoutes } from './message.ts';
import { personRoutes } from './person.ts';
import type { AdvisorDeps, AdvisorRoute } from './route.ts';
import { senderRoutes } from './senders.ts';
import { homeRoutes, signInRoutes } from './sign-in.ts';
import { vouchRoutes } from './vouch.ts';

export function advisorRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    ...signInRoutes(deps),
    ...homeRoutes(deps),
    ...cohortRoutes(deps),
    ...actRoutes(deps),
    ...archiveRoutes(deps),
    ...senderRoutes(deps),
    ...dateRoutes(deps),
    ...hostRoutes(deps),
    ...hostSheetRoutes(deps),
    ...personRoutes(deps),
    ...vouchRoutes(deps),
    ...messageRoutes(deps),
    ...importRoutes(deps),
    ...exportRoutes(deps),
  ];
}
