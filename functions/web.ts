/** The applicant's side as one Hono app: the same on Lambda and on a laptop. GET shows, POST acts. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { FORM_BYTES_MAX } from '../shared/limits.ts';
import { GUIDE_PATH, NEW_LINK_PATH, STYLE_PATH } from '../shared/links/urls.ts';
import { SWITCHES_ID } from '../shared/store/items.ts';
import { guidePage } from '../shared/web/guide-page.ts';
import {
  crossSitePage,
  notFoundPage,
  serverErrorPage,
  tooLargePage,
} from '../shared/web/message-pages.ts';
import { STYLE_SHEET } from '../shared/web/style.ts';
import { newLinkRoutes } from './routes/new-link.ts';
import { planRoutes } from './routes/plan.ts';
import { rotationRoutes } from './routes/rotation.ts';
import { unsubscribeRoutes } from './routes/unsubscribe.ts';
import type { WebDeps } from './routes/web-deps.ts';

export type { WebDeps };

export function webApp(deps: WebDeps): Hono {
  const app = new Hono();
  const ours = new URL(deps.baseUrl);

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      // `no-referrer` would make browsers send `Origin: null`, which the check below refuses.
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: ours.protocol === 'https:' ? 'max-age=31536000' : false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex');
  });
  app.use(bodyLimit({ maxSize: FORM_BYTES_MAX, onError: (c) => c.html(tooLargePage(), 413) }));
  // On one's own machine the same server answers to 127.0.0.1 and to localhost.
  const sameSite = csrf({
    origin: (origin) => origin === ours.origin || (isLoopback(ours) && isLoopback(new URL(origin))),
  });
  // One-click unsubscribing is posted by mail systems, which have no origin.
  app.use('/a/*', sameSite);
  app.use('/links', sameSite);

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
  app.route('/', rotationRoutes(deps));
  app.route('/', unsubscribeRoutes(deps));
  app.route('/', newLinkRoutes(deps));

  app.notFound((c) => c.html(notFoundPage(), 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return c.html(crossSitePage(), 403);
    if (error instanceof HTTPException && error.status === 400) return c.text(error.message, 400);
    const reference = deps.newId();
    deps.log('error', 'web-failed', { reference, error });
    return c.html(serverErrorPage(reference), 500);
  });
  return app;
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost';
}
