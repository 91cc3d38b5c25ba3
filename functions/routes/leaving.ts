/** Taking everything away, and deleting it. */
import { type Context, Hono } from 'hono';
import { SCHEMA_PATH } from '#shared/base/links/urls.ts';
import { jsonSchemaOf } from '#shared/exchange/json-schema.ts';
import { everythingOf, everythingSchema } from '#shared/exchange/take-away/everything.ts';
import { TABLE_NAMES, tableOf } from '#shared/exchange/take-away/tables.ts';
import { calendarEntries } from '#shared/people/mailing/entry.ts';
import { icsOf } from '#shared/people/mailing/ics.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Chunk } from '#shared/people/person/chunk.ts';
import { chunkId } from '#shared/store/keys.ts';
import { confirmErasePage, erasedPage } from '#shared/views/pages/erase-page.ts';
import { notFoundPage } from '#shared/views/pages/message-pages.ts';
import { takeAwayPage } from '#shared/views/pages/take-away-page.ts';
import { erase } from '../erase.ts';
import { openLink, viewFor } from './open-link.ts';
import type { WebDeps } from './web-deps.ts';

const CONTENT_TYPES = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  calendar: 'text/calendar; charset=utf-8',
} as const;

export function leavingRoutes(deps: WebDeps): Hono {
  const routes = new Hono();

  routes.get(SCHEMA_PATH, (c) => c.json(jsonSchemaOf(everythingSchema, 'input')));

  routes.get('/a/:token/export', (c) =>
    opened(deps, c, async (applicant, token) =>
      c.html(takeAwayPage(await viewFor(deps, applicant, token))),
    ),
  );

  routes.get('/a/:token/export.json', (c) =>
    opened(deps, c, async (applicant, token) => {
      const view = await viewFor(deps, applicant, token);
      const chunks = await chunksOf(deps, applicant);
      const everything = everythingOf(view.applicant, chunks, view.now);
      return file(c, JSON.stringify(everything, undefined, 2), 'json', 'rotations.json');
    }),
  );

  routes.get('/a/:token/export.ics', (c) =>
    opened(deps, c, async (applicant, token) => {
      const { applicant: present, world, now } = await viewFor(deps, applicant, token);
      const entries = calendarEntries(present, world);
      const all = entries.map((entry) => ({ ...entry, status: 'confirmed' as const }));
      return file(
        c,
        icsOf(all, { applicant: present, stampedAt: now }),
        'calendar',
        'rotations.ics',
      );
    }),
  );

  routes.get('/a/:token/export/:file', (c) =>
    opened(deps, c, async (applicant, token) => {
      const name = TABLE_NAMES.find((each) => `${each}.csv` === c.req.param('file'));
      if (!name) return c.html(notFoundPage(), 404);
      const view = await viewFor(deps, applicant, token);
      return file(c, tableOf(name, view.applicant.facts, view.world), 'csv', `${name}.csv`);
    }),
  );

  routes.get('/a/:token/delete', (c) =>
    opened(deps, c, async (applicant, token) =>
      c.html(confirmErasePage(await viewFor(deps, applicant, token))),
    ),
  );

  routes.post('/a/:token/delete', (c) =>
    opened(deps, c, async ({ id: personId }) => {
      await erase(deps, personId);
      deps.log('info', 'plan-erased', { personId });
      return c.html(erasedPage());
    }),
  );

  return routes;
}

async function opened(
  deps: WebDeps,
  c: Context,
  answer: (applicant: Applicant, token: string) => Promise<Response>,
): Promise<Response> {
  const token = c.req.param('token') ?? '';
  const link = await openLink(deps, c, token);
  return link.opened ? answer(link.applicant, token) : link.response;
}

async function chunksOf(deps: WebDeps, { id, chunks }: Applicant): Promise<Chunk[]> {
  const found: Chunk[] = [];
  for (let n = 1; n <= chunks; n += 1) {
    const chunk = await deps.store.read('chunk', chunkId(id, n));
    if (chunk) found.push(chunk);
  }
  return found;
}

function file(c: Context, text: string, type: keyof typeof CONTENT_TYPES, name: string): Response {
  return c.body(text, 200, {
    'Content-Type': CONTENT_TYPES[type],
    'Content-Disposition': `attachment; filename="${name}"`,
  });
}
