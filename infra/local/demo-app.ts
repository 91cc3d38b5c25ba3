/** The demo's pages in front of the applicants' own. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { SqliteStore } from '#functions/adapters/sqlite-store.ts';
import { presentWorld } from '#functions/present-world.ts';
import { crossSitePage, serverErrorPage } from '#shared/views/pages/message-pages.ts';
import { allPages } from './all-pages.ts';
import type { Background } from './background.ts';
import { demoRoutes } from './demo-routes.ts';
import type { Jumper } from './jump.ts';
import type { Parts } from './parts.ts';

export function demoApp(
  parts: Parts,
  store: SqliteStore,
  jumper: Jumper,
  background: Background,
): Hono {
  const { clock, secrets, baseUrl, newId, log } = parts;
  const pages = allPages(parts, background);
  const app = new Hono();
  app.route(
    '/',
    demoRoutes({ store, jumper, clock, secrets, baseUrl, worldOf: presentWorld(parts) }),
  );
  // Whatever the demo does not know is the product's own pages, with their own way to say "not found".
  app.notFound((c) => pages.fetch(c.req.raw));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return c.html(crossSitePage(), 403);
    const reference = newId();
    log('error', 'demo-failed', { reference, error });
    return c.html(serverErrorPage(reference), 500);
  });
  return app;
}
