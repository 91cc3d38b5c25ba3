/** `/advisors/c/<cohort>/exports`: asks for a file, shows how far it is, and delivers it to the advisor who asked. All of it is recorded. */
import type { Context } from 'hono';
import * as z from 'zod';
import { cohortPaths, feedFilePath, PATHS } from '#shared/base/links/advisor-paths.ts';
import { readLink } from '#shared/base/links/link.ts';
import { type AuditEntry, EXPORTS_PER_HOUR_MAX, hasRoomForExport } from '#shared/cohort/audit.ts';
import { feedText } from '#shared/cohort/export/calendar.ts';
import {
  EXPORT_FORMATS,
  type Export,
  FORMAT_WORDS,
  newExport,
  opensExport,
  signExport,
} from '#shared/cohort/export/exports.ts';
import { cohortOfFeed, signFeed } from '#shared/cohort/export/feed-link.ts';
import { totalsCsv, totalsOf } from '#shared/cohort/export/totals.ts';
import { exportName } from '#shared/cohort/table/sheets.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/advisor.ts';
import { exportPage, exportsPage } from '#shared/views/pages/advisors/exports-page.ts';
import { noSuchPage } from '#shared/views/pages/advisors/frame.ts';
import { entriesOf, note } from '../../audit.ts';
import { wholeCohort } from '../../whole-cohort.ts';
import { fields, noFields } from '../forms.ts';
import { fileHeaders, MEDIA_TYPES } from '../route.ts';
import {
  type AdvisorDeps,
  type AdvisorRoute,
  anybody,
  type CohortVisitor,
  type ItemVisitor,
  ofCohort,
  ofItem,
} from './route.ts';

const RENEW_SECONDS = 2;
const exportsFull = `A cohort can request ${EXPORTS_PER_HOUR_MAX} exports an hour. Nothing was requested; try again later.`;
/** The record's newest entries; the older ones stay in the store. */
const ENTRIES_SHOWN = 50;

export function exportRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    ofCohort(ROLES).get(PATHS.exports, async (c, visitor) =>
      c.html(await exportsOf(deps, visitor)),
    ),
    ofCohort(WORKERS).post(PATHS.feed, noFields, async (c, visitor) => {
      const { advisor, cohort } = visitor;
      const people = (await wholeCohort(deps.store, cohort.id)).length;
      await note(deps, cohort.id, { by: advisor.id, act: 'calendar-made', people });
      const token = await signFeed(deps.linkKeys, advisor, cohort.id, deps.clock.now());
      const feed = `${deps.baseUrl}${feedFilePath(`${token}.ics`)}`;
      return c.html(await exportsOf(deps, visitor, { feed }));
    }),
    anybody.get(feedFilePath(':file{.+\\.ics}'), (c) => feed(deps, c)),
    ofCohort(WORKERS).post(
      PATHS.exports,
      fields(z.strictObject({ format: z.enum(EXPORT_FORMATS) })),
      (c, visitor, { format }) => ask(deps, c, visitor, format),
    ),
    ofCohort(ROLES).get(PATHS.totals, async (c, { advisor, cohort }) => {
      const people = await wholeCohort(deps.store, cohort.id);
      const fetched = { act: 'totals-fetched', people: people.length } as const;
      await note(deps, cohort.id, { by: advisor.id, ...fetched });
      const name = `${exportName(cohort.name, deps.clock.now())}-totals.csv`;
      return c.body(totalsCsv(totalsOf(people)), 200, fileHeaders(name));
    }),
    ofItem(WORKERS, 'export').get(PATHS.exportAt(':exportId'), (c, visitor) =>
      show(deps, c, visitor),
    ),
    ofItem(WORKERS, 'export').get(PATHS.exportFile(':exportId', ':token'), (c, visitor) =>
      hand(deps, c, visitor),
    ),
  ];
}

/** A calendar app has no session. The address ends with the advisor’s role, or when they sign out everywhere. */
async function feed(deps: AdvisorDeps, c: Context): Promise<Response> {
  const token = (c.req.param('file') ?? '').slice(0, -'.ics'.length);
  const now = deps.clock.now();
  const read = await readLink(deps.linkKeys, token, now);
  const link = read.state === 'valid' ? read.link : undefined;
  const advisor = link && (await deps.store.read('advisor', link.personId));
  const cohortId = advisor && cohortOfFeed(advisor, link);
  const cohort = cohortId ? await deps.store.read('cohort', cohortId) : undefined;
  if (!cohort) return c.text('This calendar has ended. Sign in to make a new address.', 404);
  const text = feedText(cohort, await wholeCohort(deps.store, cohort.id), now);
  c.header('Cache-Control', 'private, max-age=3600');
  return c.body(text, 200, { 'Content-Type': MEDIA_TYPES.calendar });
}

async function exportsOf(
  deps: AdvisorDeps,
  visitor: CohortVisitor,
  said: { readonly problem?: string; readonly feed?: string } = {},
): Promise<string> {
  const all = await entriesOf(deps, visitor.cohort.id);
  const entries = all.slice(-ENTRIES_SHOWN);
  const files = await filesOf(deps, all, visitor.advisor.id);
  const names = await namesOf(deps, entries);
  return exportsPage({ ...visitor, entries, names, files, ...said });
}

/** The advisor's own, the newest first, until each is deleted. */
async function filesOf(
  { store, clock }: AdvisorDeps,
  entries: readonly AuditEntry[],
  advisorId: string,
): Promise<Export[]> {
  const ids = entries
    .filter(({ act, by }) => act === 'export-asked' && by === advisorId)
    .flatMap(({ of }) => of ?? []);
  const files = await Promise.all(ids.map((id) => store.read('export', id)));
  return files
    .flatMap((each) => each ?? [])
    .filter(({ expiresAt }) => clock.now() < expiresAt)
    .toReversed();
}

async function ask(
  deps: AdvisorDeps,
  c: Context,
  visitor: CohortVisitor,
  format: Export['format'],
): Promise<Response> {
  const { advisor, cohort } = visitor;
  const now = deps.clock.now();
  const people = (await wholeCohort(deps.store, cohort.id)).length;
  const item = newExport({ id: deps.newId(), cohortId: cohort.id, by: advisor.id, format }, now);
  const entry = { by: advisor.id, act: 'export-asked', of: item.id, format, people } as const;
  if (!(await note(deps, cohort.id, entry, (entries) => hasRoomForExport(entries, now)))) {
    return c.html(await exportsOf(deps, visitor, { problem: exportsFull }), 429);
  }
  await deps.store.write(item);
  await deps.startJob({ kind: 'export', id: item.id });
  return c.redirect(cohortPaths(cohort.id).exportAt(item.id), 303);
}

async function show(
  deps: AdvisorDeps,
  c: Context,
  visitor: ItemVisitor<'export'>,
): Promise<Response> {
  const { advisor, cohort, item } = visitor;
  if (item.state === 'asked') c.header('Refresh', String(RENEW_SECONDS));
  const people = (await wholeCohort(deps.store, cohort.id)).length;
  const isTheirs = item.by === advisor.id && deps.clock.now() < item.expiresAt;
  const href = isTheirs
    ? cohortPaths(cohort.id).exportFile(item.id, await signExport(deps.linkKeys, item))
    : undefined;
  return c.html(exportPage(visitor, item, people, href));
}

async function hand(
  deps: AdvisorDeps,
  c: Context,
  visitor: ItemVisitor<'export'>,
): Promise<Response> {
  const { advisor, cohort, item } = visitor;
  const now = deps.clock.now();
  const isOpen =
    item.state === 'ready' &&
    item.by === advisor.id &&
    (await opensExport(deps.linkKeys, item, c.req.param('token') ?? '', now));
  if (!isOpen) return c.html(noSuchPage(advisor), 404);
  const { ending, mediaType } = FORMAT_WORDS[item.format];
  const name = `${exportName(cohort.name, item.createdAt)}${ending.includes('.') ? '-' : '.'}${ending}`;
  const file = await deps.files.open(item.id, name, mediaType);
  if (!file) return c.html(noSuchPage(advisor), 404);
  const fetched = { act: 'export-fetched', format: item.format, people: item.done } as const;
  await note(deps, cohort.id, { by: advisor.id, ...fetched });
  return 'url' in file
    ? c.redirect(file.url, 303)
    : c.body(file.stream, 200, fileHeaders(name, mediaType));
}

async function namesOf(
  deps: AdvisorDeps,
  entries: readonly AuditEntry[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(entries.map(({ by }) => by))].filter((by) => by !== 'operator');
  const advisors = await Promise.all(ids.map((id) => deps.store.read('advisor', id)));
  return new Map(ids.map((id, index) => [id, advisors[index]?.profile.name ?? 'a former advisor']));
}
