/** The open pages: the shortlist and the directory. No account; nothing is written, whoever asks whatever. */
import type { Hono } from 'hono';
import { STYLE_PATH } from '#shared/base/links/urls.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { notFoundPage } from '#shared/views/pages/message-pages.ts';
import { STYLE_SHEET } from '#shared/views/pages/style.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { programRoutes } from './routes/programs.ts';
import { safeApp } from './routes/safe-app.ts';
import { shortlistRoutes } from './routes/shortlist.ts';

export interface ShortlistDeps {
  readonly clock: Clock;
  readonly worldFor: WorldFor;
  readonly baseUrl: string;
  newId(): string;
  log(
    level: 'error',
    event: string,
    fields: { readonly reference: string; readonly error: unknown },
  ): void;
}

export function shortlistApp(deps: ShortlistDeps): Hono {
  const app = safeApp(deps, 'shortlist-failed');
  const ofEverybody = { ...deps, world: deps.worldFor() };
  app.get(STYLE_PATH, (c) => {
    c.header('Cache-Control', 'public, max-age=300');
    return c.body(STYLE_SHEET, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
  app.route('/', shortlistRoutes(ofEverybody));
  app.route('/', programRoutes(ofEverybody));
  app.notFound((c) => c.html(notFoundPage(), 404));
  return app;
}
