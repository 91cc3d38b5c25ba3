/** All pages on one address: advisors and senders have paths of their own, applicants get everything else. */
import { Hono } from 'hono';
import { advisorsApp } from '#functions/advisors.ts';
import { apiApp } from '#functions/api.ts';
import { compose, given } from '#functions/compose.ts';
import { presentApp } from '#functions/routes/present-app.ts';
import { shortlistApp } from '#functions/shortlist.ts';
import { type WebDeps, webApp } from '#functions/web.ts';
import { webhookApp } from '#functions/webhook.ts';
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import { API_PATH, OPENAPI_PATH, PROGRAMS_PATH, SHORTLIST_PATH } from '#shared/base/links/urls.ts';
import type { Background } from './background.ts';
import { type Parts, portsOf } from './parts.ts';

export function allPages(parts: Parts, background: Background): Hono {
  const { files, jobs, shortlists } = background;
  const ports = {
    ...portsOf(parts),
    ...given({
      files,
      weigh: shortlists.weigh,
      startJob: jobs.start,
      wake: wakerOf(parts, background),
    }),
  };
  const advisors = presentApp(compose(ports, advisorsApp));
  const webhook = presentApp(compose(ports, webhookApp));
  const open = presentApp(compose(ports, shortlistApp));
  const applicants = presentApp(compose(ports, webApp));
  const api = apiApp(parts.baseUrl);
  const pages = new Hono();
  pages.all(ADVISORS_PATH, (c) => advisors.fetch(c.req.raw, c.env));
  pages.all(`${ADVISORS_PATH}/*`, (c) => advisors.fetch(c.req.raw, c.env));
  pages.all('/webhook/*', (c) => webhook.fetch(c.req.raw, c.env));
  pages.on(['GET', 'HEAD'], [OPENAPI_PATH, API_PATH], (c) => api.fetch(c.req.raw, c.env));
  for (const path of [SHORTLIST_PATH, PROGRAMS_PATH]) {
    pages.all(path, (c) => open.fetch(c.req.raw, c.env));
    pages.all(`${path}/*`, (c) => open.fetch(c.req.raw, c.env));
  }
  pages.all('*', (c) => applicants.fetch(c.req.raw, c.env));
  return pages;
}

/** Not awaited: its duration must not reveal whom we know. */
function wakerOf({ log }: Parts, { sweeper }: Background): WebDeps['wake'] {
  return async (who) => {
    void sweeper.visit(who).catch((error: unknown) => log('error', 'visit-failed', { error }));
  };
}
