/** `/advisors/c/<cohort>/exports`: asks for a file, shows how far it is, and delivers it to the advisor who asked. All of it is recorded. */
import type { Context } from 'hono';
import * as z from 'zod';
import {
  exportAt,
  exportFilePath,
  exportsPath,
  totalsPath,
} from '#shared/base/links/advisor-paths.ts';
import { idSchema } from '#shared/base/text.ts';
import { type AuditEntry, EXPORTS_PER_HOUR_MAX, hasRoomForExport } from '#shared/cohort/audit.ts';
import {
  type Export,
  newExport,
  opensExport,
  signExport,
} from '#shared/cohort/export/export-item.ts';
import { EXPORT_FORMATS, FORMAT_WORDS } from '#shared/cohort/export/formats.ts';
import { totalsCsv, totalsOf } from '#shared/cohort/export/totals.ts';
import { exportName } from '#shared/cohort/table/sheets.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/role.ts';
import { exportPage, exportsPage } from '#shared/views/pages/advisors/exports-page.ts';
import { noSuchPage } from '#shared/views/pages/advisors/frame.ts';
import { note } from '../../audit.ts';
import { wholeCohort } from '../../whole-cohort.ts';
import { fields } from '../forms.ts';
import type { AdvisorDeps } from './deps.ts';
import { type AdvisorRoute, type CohortVisitor, ofCohort } from './route.ts';

const RENEW_SECONDS = 2;
const exportsFull = `A cohort can request ${EXPORTS_PER_HOUR_MAX} exports an hour. Nothing was requested; try again later.`;
/** The record's newest entries; the older ones stay in the store. */
const ENTRIES_SHOWN = 50;

export function exportRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    ofCohort(ROLES).get(exportsPath(':cohortId'), async (c, { advisor, cohort }) => {
      return c.html(await exportsOf(deps, advisor, cohort));
    }),
    ofCohort(WORKERS).post(
      exportsPath(':cohortId'),
      fields(z.strictObject({ format: z.enum(EXPORT_FORMATS) })),
      (c, visitor, { format }) => ask(deps, c, visitor, format),
    ),
    ofCohort(ROLES).get(totalsPath(':cohortId'), async (c, { advisor, cohort }) => {
      const people = await wholeCohort(deps.store, cohort.id);
      const csv = totalsCsv(totalsOf(people));
      const at = deps.clock.now();
      await note(deps, cohort.id, {
        at,
        by: advisor.id,
        act: 'totals-fetched',
        people: people.length,
      });
      return c.body(
        csv,
        200,
        fileHeaders(`${exportName(cohort.name, at)}-totals.csv`, 'text/csv; charset=utf-8'),
      );
    }),
    ofCohort(WORKERS).get(exportAt(':cohortId', ':exportId'), (c, visitor) =>
      show(deps, c, visitor),
    ),
    ofCohort(WORKERS).get(exportFilePath(':cohortId', ':exportId', ':token'), (c, visitor) =>
      hand(deps, c, visitor),
    ),
  ];
}

async function exportsOf(
  deps: AdvisorDeps,
  advisor: CohortVisitor['advisor'],
  cohort: CohortVisitor['cohort'],
  problem?: string,
): Promise<string> {
  const audit = await deps.store.read('audit', cohort.id);
  const entries = audit?.entries.slice(-ENTRIES_SHOWN) ?? [];
  return exportsPage(advisor, cohort, entries, await namesOf(deps, entries), problem);
}

async function ask(
  deps: AdvisorDeps,
  c: Context,
  { advisor, cohort }: CohortVisitor,
  format: Export['format'],
): Promise<Response> {
  const now = deps.clock.now();
  const people = (await wholeCohort(deps.store, cohort.id)).length;
  const item = newExport({ id: deps.newId(), cohortId: cohort.id, by: advisor.id, format }, now);
  const entry = { at: now, by: advisor.id, act: 'export-asked', format, people } as const;
  if (!(await note(deps, cohort.id, entry, (entries) => hasRoomForExport(entries, now)))) {
    return c.html(await exportsOf(deps, advisor, cohort, exportsFull), 429);
  }
  await deps.store.write(item);
  await deps.startJob({ kind: 'export', id: item.id });
  return c.redirect(exportAt(cohort.id, item.id), 303);
}

async function show(deps: AdvisorDeps, c: Context, visitor: CohortVisitor): Promise<Response> {
  const { advisor, cohort } = visitor;
  const item = await exportOf(deps, c, visitor);
  if (!item) return c.html(noSuchPage(advisor), 404);
  if (item.state === 'asked') c.header('Refresh', String(RENEW_SECONDS));
  const people = (await wholeCohort(deps.store, cohort.id)).length;
  const isTheirs = item.by === advisor.id && deps.clock.now() < item.expiresAt;
  const href = isTheirs
    ? exportFilePath(cohort.id, item.id, await signExport(deps.linkKeys, item))
    : undefined;
  return c.html(exportPage(advisor, cohort, item, people, href));
}

async function hand(deps: AdvisorDeps, c: Context, visitor: CohortVisitor): Promise<Response> {
  const { advisor, cohort } = visitor;
  const item = await exportOf(deps, c, visitor);
  const now = deps.clock.now();
  const isOpen =
    item?.state === 'ready' &&
    item.by === advisor.id &&
    (await opensExport(deps.linkKeys, item, c.req.param('token') ?? '', now));
  if (!isOpen) return c.html(noSuchPage(advisor), 404);
  const { ending, mediaType } = FORMAT_WORDS[item.format];
  const name = `${exportName(cohort.name, item.createdAt)}${ending.includes('.') ? '-' : '.'}${ending}`;
  const file = await deps.files.open(item.id, name, mediaType);
  if (!file) return c.html(noSuchPage(advisor), 404);
  await note(deps, cohort.id, {
    at: now,
    by: advisor.id,
    act: 'export-fetched',
    format: item.format,
    people: item.done,
  });
  return 'url' in file
    ? c.redirect(file.url, 303)
    : c.body(file.stream, 200, fileHeaders(name, mediaType));
}

/** Another cohort's export is not found. */
async function exportOf(
  deps: AdvisorDeps,
  c: Context,
  { cohort }: CohortVisitor,
): Promise<Export | undefined> {
  const id = idSchema.safeParse(c.req.param('exportId'));
  const item = id.success ? await deps.store.read('export', id.data) : undefined;
  return item?.cohortId === cohort.id ? item : undefined;
}

async function namesOf(
  deps: AdvisorDeps,
  entries: readonly AuditEntry[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(entries.map(({ by }) => by))].filter((by) => by !== 'operator');
  const advisors = await Promise.all(ids.map((id) => deps.store.read('advisor', id)));
  return new Map(ids.map((id, index) => [id, advisors[index]?.profile.name ?? 'a former advisor']));
}

function fileHeaders(name: string, mediaType: string): Record<string, string> {
  return { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${name}"` };
}
