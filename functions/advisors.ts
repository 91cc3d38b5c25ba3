/** The advisors' side as one Hono app of its own, so that applicants' pages stay light. GET shows, POST acts. */
import type { Hono } from 'hono';
import { SIGN_IN_PATH } from '#shared/base/links/advisor-paths.ts';
import type { AdvisorDeps } from './routes/advisors/deps.ts';
import { unrouted, visitorOf } from './routes/advisors/guard.ts';
import { advisorRoutes } from './routes/advisors/table.ts';
import { evenAnswer } from './routes/even-answer.ts';
import { sourceShown } from './routes/requester.ts';
import { serve } from './routes/route.ts';
import { safeApp } from './routes/safe-app.ts';

export type { AdvisorDeps };

export function advisorsApp(deps: AdvisorDeps): Hono {
  const app = safeApp(deps, 'advisors-failed');
  app.use(async (c, next) => {
    await next();
    const { status } = c.res;
    if (![401, 403, 404].includes(status)) return;
    deps.log('warn', 'advisors-refused', { status, source: sourceShown(deps, c) });
  });
  app.use(SIGN_IN_PATH, evenAnswer(deps));
  serve(app, advisorRoutes(deps), deps.baseUrl, (route, c) => visitorOf(deps, route, c));
  app.notFound((c) => unrouted(deps, c));
  return app;
}
