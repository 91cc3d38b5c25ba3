/** The open pages: the shortlist and the directory. No account, and nothing is ever written. */
import type { Hono } from 'hono';
import type { Clock } from '#shared/base/time/instant.ts';
import type { Weigh } from '#shared/shortlist/weigh.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { programRoutes } from './routes/programs.ts';
import { serve } from './routes/route.ts';
import { type SafeDeps, safeApp, serveStyle } from './routes/safe-app.ts';
import { shortlistRoutes } from './routes/shortlist.ts';
import { keptAnswers } from './shortlist-answers.ts';

interface ShortlistDeps extends SafeDeps {
  readonly clock: Clock;
  readonly worldFor: WorldFor;
  readonly weigh: Weigh;
  readonly proxyHeader?: string | undefined;
}

export function shortlistApp(deps: ShortlistDeps): Hono {
  const app = safeApp(deps, 'shortlist-failed');
  serveStyle(app);
  const routes = shortlistRoutes({ ...deps, answers: keptAnswers(deps) });
  serve(app, routes, deps.baseUrl, async () => undefined);
  app.route('/', programRoutes({ ...deps, world: deps.worldFor() }));
  app.notFound((c) => c.html(messagePage('not-found'), 404));
  return app;
}
