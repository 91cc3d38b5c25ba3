/** The demo's front page, its people, and the links that open each plan. */
import { type Context, Hono } from 'hono';
import { newId, newSecret } from '#functions/adapters/ids.ts';
import type { Enrollment } from '#functions/enroll-advisor.ts';
import { keepCookie, pageCameFor } from '#functions/routes/advisors/cookie.ts';
import { signIn } from '#functions/sessions.ts';
import { LINK_DAYS } from '#shared/base/limits.ts';
import { signLink } from '#shared/base/links/link.ts';
import { pagePaths } from '#shared/base/links/urls.ts';
import { advisorIdOf } from '#shared/people/advisor/advisor.ts';
import { signSignIn } from '#shared/people/advisor/sign-in-link.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { frontPage } from '#shared/views/pages/front-page.ts';
import { DEMO_ADVISORS } from './demo/advising.ts';
import { DEMO_COHORT } from './demo/cast.ts';
import { castAt } from './demo/seed.ts';
import type { DemoDeps } from './demo-deps.ts';
import { HOME_PATH, PEOPLE_PATH, planOf } from './pages/paths.ts';
import { aboutDemo, peoplePage, type Resident } from './pages/people-page.ts';

/** The cast is a dozen people; a visitor may have added more. */
const PEOPLE_MAX = 50;

export function peopleRoutes(deps: DemoDeps): Hono {
  const { store, clock, secrets, baseUrl, worldOf } = deps;
  const app = new Hono();

  app.get(HOME_PATH, async (c) => {
    const world = (await worldOf())();
    return c.html(frontPage({ world, now: clock.now(), about: aboutDemo() }));
  });

  app.get(PEOPLE_PATH, async (c) => {
    const now = clock.now();
    const world = (await worldOf())(DEMO_COHORT);
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
    return c.html(peoplePage(people, now));
  });

  app.get(planOf(':personId'), async (c) => {
    const name = c.req.param('personId') ?? '';
    const enrollment = Object.hasOwn(DEMO_ADVISORS, name) ? DEMO_ADVISORS[name] : undefined;
    if (enrollment) return signInAs(c, enrollment);
    const applicant = await store.read('applicant', name);
    if (!applicant) return c.notFound();
    const { id: personId, linkEpoch: epoch } = applicant;
    const link = { personId, epoch, purpose: 'answer' } as const;
    const token = await signLink(secrets.linkKeys, link, clock.now(), LINK_DAYS);
    return c.redirect(pagePaths(token).plan, 303);
  });

  return app;

  /** By a one-time link, as if it had been emailed and opened. */
  async function signInAs(c: Context, { profile }: Enrollment): Promise<Response> {
    const personId = advisorIdOf(profile.address, secrets.pepper);
    const epoch = (await store.read('advisor', personId))?.linkEpoch ?? 0;
    const link = { personKind: 'advisor', personId, epoch, causeId: newId() } as const;
    const token = await signSignIn(secrets.linkKeys, link, clock.now());
    const { linkKeys } = secrets;
    const signedIn = await signIn({ store, clock, linkKeys, newSecret }, 'advisor', token);
    if (!signedIn.ok) return c.notFound();
    keepCookie(c, baseUrl, signedIn.value.cookie);
    return c.redirect(pageCameFor(c, baseUrl), 303);
  }
}
