/** The open pages: the shortlist and the directory. No account, and nothing is ever written. */
import type { Hono } from 'hono';
import type { Clock } from '#shared/base/time/clock.ts';
import { notFoundPage } from '#shared/views/pages/message-pages.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { programRoutes } from './routes/programs.ts';
import { type SafeDeps, safeApp, serveStyle } from './routes/safe-app.ts';
import { shortlistRoutes } from './routes/shortlist.ts';

interface ShortlistDeps extends SafeDeps {
  readonly clock: Clock;
  readonly worldFor: WorldFor;
}

export function shortlistApp(deps: ShortlistDeps): Hono {
  const app = safeApp(deps, 'shortlist-failed');
  const ofEverybody = { ...deps, world: deps.worldFor() };
  serveStyle(app);
  app.route('/', shortlistRoutes(ofEverybody));
  app.route('/', programRoutes(ofEverybody));
  app.notFound((c) => c.html(notFoundPage(), 404));
  return app;
}
