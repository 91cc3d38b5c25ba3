/** Describes what senders may send: `/openapi.json` for machines and `/api` for people. Reads no data. */
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { API_PATH, OPENAPI_PATH } from '#shared/base/links/urls.ts';
import { openApi } from '#shared/exchange/webhook/openapi.ts';
import { apiPage } from '#shared/views/pages/api-page.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';

export function apiApp(baseUrl: string): Hono {
  const app = new Hono();
  const document = openApi(baseUrl);

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      xFrameOptions: 'DENY',
      strictTransportSecurity: baseUrl.startsWith('https:') ? 'max-age=31536000' : false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'public, max-age=300');
  });
  app.get(OPENAPI_PATH, (c) => c.json(document));
  app.get(API_PATH, (c) => c.html(apiPage(document)));
  app.notFound((c) => c.html(messagePage('not-found'), 404));
  return app;
}
