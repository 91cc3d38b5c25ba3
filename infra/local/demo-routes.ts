/** The demo's own pages. They exist in demo mode only, because they show every email and every plan to anybody. */
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { clockRoutes } from './clock-routes.ts';
import type { DemoDeps } from './demo-deps.ts';
import { galleryRoutes } from './gallery-routes.ts';
import { outboxRoutes } from './outbox-routes.ts';
import { DEMO_STYLE_PATH, DEMO_STYLE_SHEET } from './pages/frame.ts';
import { CLOCK_PATH, GALLERY_PATH, galleryAt, HOME_PATH, OUTBOX_PATH } from './pages/paths.ts';
import { peopleRoutes } from './people-routes.ts';

export function demoRoutes(deps: DemoDeps): Hono {
  const app = new Hono();
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      frameSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: false,
  });
  for (const path of [
    HOME_PATH,
    '/as/*',
    OUTBOX_PATH,
    `${OUTBOX_PATH}/:seq`,
    CLOCK_PATH,
    GALLERY_PATH,
    galleryAt(':id'),
  ]) {
    app.use(path, headers, async (c, next) => {
      await next();
      c.header('Cache-Control', 'no-store');
    });
  }
  app.use(CLOCK_PATH, csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin }));

  app.get(DEMO_STYLE_PATH, (c) =>
    c.body(DEMO_STYLE_SHEET, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  app.route('/', peopleRoutes(deps));
  app.route('/', outboxRoutes(deps));
  app.route('/', clockRoutes(deps));
  app.route('/', galleryRoutes(deps));
  return app;
}
