/** The applicant's side as one Hono app: the same on Lambda and on a laptop. GET shows, POST acts. */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { FORM_BYTES_MAX } from '#shared/base/limits.ts';
import { GUIDE_PATH, NEW_LINK_PATH, START_PATH, STYLE_PATH } from '#shared/base/links/urls.ts';
import { SWITCHES_ID } from '#shared/people/mailing/switches-item.ts';
import { guidePage } from '#shared/views/pages/guide-page.ts';
import { notFoundPage, tooLargePage } from '#shared/views/pages/message-pages.ts';
import { STYLE_SHEET } from '#shared/views/pages/style.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { cohortFormRoutes } from './routes/cohort-form.ts';
import { laterRoutes } from './routes/later.ts';
import { leavingRoutes } from './routes/leaving.ts';
import { letterRoutes } from './routes/letters/letters.ts';
import { stopLetterRoutes } from './routes/letters/stop-letters.ts';
import { newLinkRoutes } from './routes/new-link.ts';
import { oneTimeRoutes } from './routes/one-time.ts';
import { ownLetterRoutes } from './routes/own-letters.ts';
import { ownShortlistRoutes } from './routes/own-shortlist.ts';
import { personRoutes } from './routes/person.ts';
import { planRoutes } from './routes/plan.ts';
import { rotationRoutes } from './routes/rotation.ts';
import { safeApp, sameSite } from './routes/safe-app.ts';
import { signUpRoutes } from './routes/sign-up.ts';
import { stopBriefRoutes } from './routes/stop-brief.ts';
import { stopTopicRoutes } from './routes/stop-topic.ts';
import { undoRoutes } from './routes/undo.ts';
import { unsubscribeRoutes } from './routes/unsubscribe.ts';
import type { WebDeps } from './routes/web-deps.ts';

export type { WebDeps };

export function webApp(deps: WebDeps): Hono {
  const app = safeApp(deps, 'web-failed');
  app.use(bodyLimit({ maxSize: FORM_BYTES_MAX, onError: (c) => c.html(tooLargePage(), 413) }));
  // One-click unsubscribing is posted by email systems, which have no origin.
  for (const path of ['/a/*', '/l/*', '/links', START_PATH, '/in/*', '/forms/*', '/undo/*']) {
    app.use(path, sameSite(deps.baseUrl));
  }

  app.get(STYLE_PATH, (c) => {
    c.header('Cache-Control', 'public, max-age=300');
    return c.body(STYLE_SHEET, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
  app.get(GUIDE_PATH, (c) => c.html(guidePage()));
  app.get('/healthz', async (c) => {
    await deps.store.read('switches', SWITCHES_ID);
    return c.text('ok');
  });
  // Whoever lost their link begins here.
  app.get('/', (c) => c.redirect(NEW_LINK_PATH));
  app.route('/', planRoutes(deps));
  app.route('/', ownShortlistRoutes(deps));
  // Before the rotations: its place in the path is a word that no rotation can have as its id.
  app.route('/', ownLetterRoutes(deps));
  app.route('/', rotationRoutes(deps));
  app.route('/', personRoutes(deps));
  app.route('/', leavingRoutes(deps));
  app.route('/', laterRoutes(deps));
  app.route('/', letterRoutes(deps));
  app.route('/', stopLetterRoutes(deps));
  app.route('/', calendarRoutes(deps));
  app.route('/', unsubscribeRoutes(deps));
  app.route('/', stopTopicRoutes(deps));
  app.route('/', stopBriefRoutes(deps));
  app.route('/', newLinkRoutes(deps));
  app.route('/', signUpRoutes(deps));
  app.route('/', oneTimeRoutes(deps));
  app.route('/', cohortFormRoutes(deps));
  app.route('/', undoRoutes(deps));

  app.notFound((c) => c.html(notFoundPage(), 404));
  return app;
}
