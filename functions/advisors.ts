/** The advisors' side as one Hono app of its own, so that applicants' pages stay light. GET shows, POST acts. */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { FORM_BYTES_MAX } from '#shared/base/limits.ts';
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import { tooLargePage } from '#shared/views/pages/message-pages.ts';
import type { AdvisorDeps } from './routes/advisors/deps.ts';
import { guarded, unrouted } from './routes/advisors/guard.ts';
import { advisorRoutes } from './routes/advisors/table.ts';
import { safeApp, sameSite } from './routes/safe-app.ts';

export type { AdvisorDeps };

export function advisorsApp(deps: AdvisorDeps): Hono {
  const app = safeApp(deps, 'advisors-failed');
  app.use(`${ADVISORS_PATH}/*`, sameSite(deps.baseUrl));
  for (const route of advisorRoutes(deps)) {
    const { bytesMax, tooLarge } = route.body ?? {
      bytesMax: FORM_BYTES_MAX,
      tooLarge: tooLargePage,
    };
    const bounded = bodyLimit({ maxSize: bytesMax, onError: (c) => c.html(tooLarge(), 413) });
    app.on(route.method, route.path, bounded, (c) => guarded(deps, route, c));
  }
  app.notFound((c) => unrouted(deps, c));
  return app;
}
