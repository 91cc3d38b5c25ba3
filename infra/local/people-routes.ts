/** Who is who, and the way into each plan. */
import { Hono } from 'hono';
import { withTimePassed } from '../../shared/applicant/accept.ts';
import { LINK_DAYS } from '../../shared/limits.ts';
import { signLink } from '../../shared/links/link.ts';
import { pagePaths } from '../../shared/links/urls.ts';
import { DEMO_COHORT } from './demo/cast.ts';
import { castAt } from './demo/seed.ts';
import type { DemoDeps } from './demo-deps.ts';
import { homePage, type Resident } from './pages/home-page.ts';
import { HOME_PATH, planOf } from './pages/paths.ts';

/** The cast is a dozen; the page stays a page whatever was added to it. */
const PEOPLE_MAX = 50;

export function peopleRoutes({ store, clock, secrets, worldOf }: DemoDeps): Hono {
  const app = new Hono();

  app.get(HOME_PATH, async (c) => {
    const now = clock.now();
    const world = await worldOf();
    const { rows } = await store.cohort(DEMO_COHORT, PEOPLE_MAX);
    const situations = new Map(castAt(now).map(({ id, situation }) => [id, situation]));
    const people: Resident[] = [];
    for (const { id } of rows) {
      const applicant = await store.read('applicant', id);
      if (!applicant) continue;
      const situation = situations.get(id);
      people.push({
        applicant: withTimePassed(applicant, now, world),
        ...(situation && { situation }),
      });
    }
    return c.html(homePage(people, now));
  });

  app.get(planOf(':personId'), async (c) => {
    const applicant = await store.read('applicant', c.req.param('personId') ?? '');
    if (!applicant) return c.notFound();
    const { id: personId, linkEpoch: epoch } = applicant;
    const link = { personId, epoch, purpose: 'answer' } as const;
    const token = await signLink(secrets.linkKeys, link, clock.now(), LINK_DAYS);
    return c.redirect(pagePaths(token).plan, 303);
  });

  return app;
}
