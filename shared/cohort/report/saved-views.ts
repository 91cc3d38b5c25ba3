/** Views of the report under a name: an advisor's own, and those that a cohort's advisors share. */
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import { idSchema, lineOf } from '#shared/base/text.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { type FilterName, type ReportQuery, writeQuery } from './filters.ts';

/** Our default: as many links as can be read at a glance. */
const SAVED_VIEWS_MAX = 20;
export const VIEW_NAME_CHARACTERS_MAX = 40;

const viewNameSchema = lineOf(VIEW_NAME_CHARACTERS_MAX);
/** Every choice of every filter at once is shorter. */
const querySchema = z.string().max(5000);

const savedViewSchema = z.strictObject({
  id: idSchema,
  name: viewNameSchema,
  /** As in the report's address, from its first page. */
  query: querySchema,
  /** The advisor who saved it. */
  by: idSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;

export const savedViewsSchema = z.strictObject({
  kind: z.literal('saved-views'),
  /** `<cohort>` for what is shared, `<cohort>.<advisor>` for an advisor's own. */
  id: z.string().min(1).max(200),
  version: z.int().min(0),
  views: z.array(savedViewSchema).max(SAVED_VIEWS_MAX),
});
type SavedViews = z.infer<typeof savedViewsSchema>;

export function noSavedViews(cohortId: string, advisorId?: string): SavedViews {
  const id = advisorId ? `${cohortId}.${advisorId}` : cohortId;
  return { kind: 'saved-views', id, version: 0, views: [] };
}

/** A plan that is deleted must leave no name behind, so a search is not kept. */
const NAMING: readonly FilterName[] = ['person', 'find', 'writer', 'letter'];

export function namesPeople({ filters }: ReportQuery): boolean {
  return NAMING.some((name) => filters[name] !== undefined);
}

type ViewRefusal = 'name' | 'naming' | 'taken' | 'full';

/** The same ID again changes nothing. `others`: what is shown beside them, since a name is used once. */
export function withView(
  item: SavedViews,
  { id, by, name }: Omit<SavedView, 'query'>,
  query: ReportQuery,
  others: readonly SavedView[],
): Result<SavedViews, ViewRefusal> {
  if (item.views.some((view) => view.id === id)) return success(item);
  const named = viewNameSchema.safeParse(name);
  if (!named.success) return failure('name');
  if (namesPeople(query)) return failure('naming');
  if (item.views.length >= SAVED_VIEWS_MAX) return failure('full');
  const isSame = (view: SavedView) => view.name.toLowerCase() === named.data.toLowerCase();
  if ([...item.views, ...others].some(isSame)) return failure('taken');
  const view = { id, by, name: named.data, query: writeQuery({ ...query, page: 1 }) };
  return success({ ...item, views: [...item.views, view] });
}

/** A shared view outlives its author in the cohort: a lead can delete it. */
export function mayDelete({ by }: SavedView, { id, role }: Pick<Advisor, 'id' | 'role'>): boolean {
  return by === id || role === 'lead';
}

export function withoutView(item: SavedViews, id: string): SavedViews {
  const views = item.views.filter((view) => view.id !== id);
  return views.length < item.views.length ? { ...item, views } : item;
}
