/** The demo's front page, its people, and the links that open each plan. */
import { type Context, Hono } from 'hono';
import { newId, newSecret } from '#functions/adapters/ids.ts';
import type { Enrollment } from '#functions/enroll-advisor.ts';
import { keepCookie, pageCameFor } from '#functions/routes/advisors/cookie.ts';
import { signIn } from '#functions/sessions.ts';
import { type Html, html } from '#shared/base/html.ts';
import { LINK_DAYS } from '#shared/base/limits.ts';
import { signLink } from '#shared/base/links/link.ts';
import { pagePaths } from '#shared/base/links/urls.ts';
import { counted } from '#shared/base/sentence.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { placeOf } from '#shared/base/time/phrase.ts';
import { advisorIdOf } from '#shared/people/advisor/advisor.ts';
import { signSignIn } from '#shared/people/advisor/sign-in-link.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { counts } from '#shared/people/person/email-record.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { frontPage } from '#shared/views/pages/front-page.ts';
import { DEMO_ADVISORS } from './demo/advising.ts';
import { DEMO_COHORT } from './demo/cast.ts';
import { castAt } from './demo/seed.ts';
import type { DemoDeps } from './demo-deps.ts';
import { demoPage } from './pages/frame.ts';
import {
  CLOCK_PATH,
  HOME_PATH,
  OUTBOX_PATH,
  outboxOf,
  PEOPLE_PATH,
  planOf,
} from './pages/paths.ts';

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

interface Resident {
  readonly applicant: Applicant;
  /** Their situation when the demo started. */
  readonly situation?: string;
}

function aboutDemo(): Html {
  return html`<div class="banner"><p><strong>This is a demo:</strong> its people are invented, and no email is sent. Look at
<a href="${planOf('alice')}">Alice, who is applying</a>, <a href="${planOf('deepa')}">Deepa, whose visa is late</a>,
<a href="${planOf('julia')}">Julia, who is rotating and needs a letter</a>, or <a href="${planOf('dana')}">the report of Dana, an advisor</a>.
<a href="${PEOPLE_PATH}">Everyone</a> · <a href="${OUTBOX_PATH}">Every email</a> · <a href="${CLOCK_PATH}">Move the clock</a></p></div>`;
}

function peoplePage(people: readonly Resident[], now: Instant): string {
  return demoPage(
    'People',
    PEOPLE_PATH,
    now,
    html`<h1>Who is who</h1>
<p>Each of these people plans away rotations in interventional radiology (IR). Open a plan, answer an email in the
<a href="${OUTBOX_PATH}">outbox</a>, or move the <a href="${CLOCK_PATH}">clock</a> and see which emails are sent on which day.</p>
<p>Their advisors see the whole cohort: <a class="target" href="${planOf('dana')}">Dana, the lead advisor</a>,
<a class="target" href="${planOf('omar')}">Omar, an advisor</a>, and <a class="target" href="${planOf('quinn')}">Quinn, an auditor</a>.</p>
<section aria-label="People"><ul class="list">
${people.map(line)}</ul></section>`,
  );
}

function line({ applicant, situation }: Resident): Html {
  const { name, zone } = applicant.facts.profile;
  const emails = applicant.emails.filter(counts).length;
  return html`<li>
<a class="target" href="${planOf(applicant.id)}"><strong>${name}</strong></a> <span class="quiet">in ${placeOf(zone)}</span>
${situation ? html`<p>When the demo started: ${situation}</p>` : ''}
<p class="quiet">Now: ${stagesOf(applicant)}.
${emails > 0 ? html`<a href="${outboxOf(applicant.id)}">${counted(emails, 'email')} so far</a>` : 'No email so far.'}</p>
</li>
`;
}

function stagesOf({ facts }: Applicant): string {
  const lines = facts.rotations.map(
    ({ host, stage, status }) => `${host.name}: ${statusWords(stage, status, 'advisor')}`,
  );
  return lines.length > 0 ? lines.join('; ') : 'no rotation on the list';
}
