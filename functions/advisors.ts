/** The advisors' side as one Hono app of its own, so that applicants' pages stay light. GET shows, POST acts. */
import type { Hono } from 'hono';
import type { AdvisorDeps } from './routes/advisors/deps.ts';
import { unrouted, visitorOf } from './routes/advisors/guard.ts';
import { advisorRoutes } from './routes/advisors/table.ts';
import { serve } from './routes/route.ts';
import { safeApp } from './routes/safe-app.ts';

export type { AdvisorDeps };

export function advisorsApp(deps: AdvisorDeps): Hono {
  const app = safeApp(deps, 'advisors-failed');
  serve(app, advisorRoutes(deps), deps.baseUrl, (route, c) => visitorOf(deps, route, c));
  app.notFound((c) => unrouted(deps, c));
  return app;
}
