/** The applicant's side as one Hono app: the same on Lambda and on a laptop. GET shows, POST acts. */
import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import { cohortFormPath, NEW_LINK_PATH, START_PATH } from '#shared/base/links/urls.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import { serve } from './routes/route.ts';
import { evenAnswer, safeApp, serveStyle, serveZoneScript } from './routes/safe-app.ts';
import { webRoutes } from './routes/table.ts';
import type { WebDeps } from './routes/web-deps.ts';
import { visitorOf } from './routes/web-route.ts';

export type { WebDeps };

export function webApp(deps: WebDeps): Hono {
  const app = safeApp(deps, 'web-failed');
  serveStyle(app);
  serveZoneScript(app);
  // Calendar apps poll every hour.
  app.use('/c/*', etag());
  for (const path of [NEW_LINK_PATH, START_PATH, cohortFormPath(':cohortId')]) {
    app.use(path, evenAnswer(deps));
  }
  serve(app, webRoutes(deps), deps.baseUrl, (route, c) => visitorOf(deps, route, c));
  app.notFound((c) => c.html(messagePage('not-found'), 404));
  return app;
}
