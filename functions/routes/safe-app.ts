/** An empty app with what every page needs: safe headers, compression, no caching, and answers that reveal nothing. */
import { Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { STYLE_PATH, ZONE_SCRIPT_PATH } from '#shared/base/links/urls.ts';
import { messagePage, serverErrorPage } from '#shared/views/pages/message-pages.ts';
import { ZONE_SCRIPT } from '#shared/views/pages/sign-up-pages.ts';
import { STYLE_SHEET } from '#shared/views/pages/style.ts';
import type { WebDeps } from './web-deps.ts';

export interface SafeDeps {
  readonly baseUrl: string;
  newId(): string;
  log(
    level: 'error',
    event: string,
    fields: { readonly reference: string; readonly error: unknown },
  ): void;
}

/** @param failed the log's name for an unexpected error */
export function safeApp(deps: SafeDeps, failed: string): Hono {
  const app = new Hono();
  const isHttps = new URL(deps.baseUrl).protocol === 'https:';
  app.use(compress());
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      // `no-referrer` would make browsers send `Origin: null`, which `sameSite` refuses.
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: isHttps ? 'max-age=31536000' : false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex');
  });
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403)
      return c.html(messagePage('cross-site'), 403);
    if (error instanceof HTTPException && error.status === 400) return c.text(error.message, 400);
    const reference = deps.newId();
    deps.log('error', failed, { reference, error });
    return c.html(serverErrorPage(reference), 500);
  });
  return app;
}

export function serveStyle(app: Hono): void {
  app.get(STYLE_PATH, (c) => {
    c.header('Cache-Control', 'public, max-age=300');
    return c.body(STYLE_SHEET, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
}

export function serveZoneScript(app: Hono): void {
  app.get(ZONE_SCRIPT_PATH, (c) => {
    c.header('Cache-Control', 'public, max-age=300');
    return c.body(ZONE_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
}

/** Refuses a form that another site's page sent. On one machine, 127.0.0.1 and localhost are the same server. */
export function sameSite(baseUrl: string): MiddlewareHandler {
  const own = new URL(baseUrl);
  return csrf({
    origin: (origin) => origin === own.origin || (isLoopback(own) && isLoopback(URL.parse(origin))),
  });
}

/** @param url undefined for the origin of a page that has none, which browsers write as `null` */
export function isLoopback(url: URL | null): boolean {
  return url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}

/** Response times must not reveal whom we know: a form that names a person is answered after a constant time. */
export function evenAnswer({ evenly }: Pick<WebDeps, 'evenly'>): MiddlewareHandler {
  return async (c, next) => {
    const isOver = c.req.method === 'POST' ? evenly?.() : undefined;
    await next();
    await isOver;
  };
}
