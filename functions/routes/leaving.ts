/** `/a/<token>/export` and `/delete`: taking everything along, and deleting it. */
import type { Context } from 'hono';
import { pagePaths, SCHEMA_PATH } from '#shared/base/links/urls.ts';
import { jsonSchemaOf } from '#shared/exchange/json-schema.ts';
import { everythingOf, everythingSchema } from '#shared/exchange/take-away/everything.ts';
import { TABLE_NAMES, tableOf } from '#shared/exchange/take-away/tables.ts';
import { calendarEntries } from '#shared/people/mailing/entry.ts';
import { icsOf } from '#shared/people/mailing/ics.ts';
import type { Applicant, Chunk } from '#shared/people/person/applicant.ts';
import { chunkId } from '#shared/store/keys.ts';
import { confirmErasePage, erasedPage, takeAwayPage } from '#shared/views/pages/leaving-pages.ts';
import { notFoundPage } from '#shared/views/pages/message-pages.ts';
import { erase } from '../erase.ts';
import { noFields } from './forms.ts';
import { viewFor } from './open-plan.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

const CONTENT_TYPES = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  calendar: 'text/calendar; charset=utf-8',
} as const;

export function leavingRoutes(deps: WebDeps): WebRoute[] {
  const { takeAway, erase: erasePath } = pagePaths(':token');
  return [
    opens('anybody').get(SCHEMA_PATH, (c) => c.json(jsonSchemaOf(everythingSchema, 'input'))),
    opens('plan').get(takeAway, async (c, visitor) =>
      c.html(takeAwayPage(await viewFor(deps, visitor))),
    ),
    opens('plan').get(`${takeAway}.json`, async (c, visitor) => {
      const view = await viewFor(deps, visitor);
      const chunks = await chunksOf(deps, visitor.applicant);
      const everything = everythingOf(view.applicant, chunks, view.now);
      return file(c, JSON.stringify(everything, undefined, 2), 'json', 'rotations.json');
    }),
    opens('plan').get(`${takeAway}.ics`, async (c, visitor) => {
      const { applicant, world, now } = await viewFor(deps, visitor);
      const entries = calendarEntries(applicant, world);
      const all = entries.map((entry) => ({ ...entry, status: 'confirmed' as const }));
      return file(c, icsOf(all, { applicant, stampedAt: now }), 'calendar', 'rotations.ics');
    }),
    opens('plan').get(`${takeAway}/:file`, async (c, visitor) => {
      const name = TABLE_NAMES.find((each) => `${each}.csv` === c.req.param('file'));
      if (!name) return c.html(notFoundPage(), 404);
      const { applicant, world } = await viewFor(deps, visitor);
      return file(c, tableOf(name, applicant.facts, world), 'csv', `${name}.csv`);
    }),
    opens('plan').get(erasePath, async (c, visitor) =>
      c.html(confirmErasePage(await viewFor(deps, visitor))),
    ),
    opens('plan').post(erasePath, noFields, async (c, { applicant: { id: personId } }) => {
      await erase(deps, personId);
      deps.log('info', 'plan-erased', { personId });
      return c.html(erasedPage());
    }),
  ];
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
