/** `/advisors/c/<cohort>/views`: saves a view of the report under a name, or deletes one. */
import { cohortPaths, PATHS } from '#shared/base/links/advisor-paths.ts';
import { idSchema } from '#shared/base/text.ts';
import { knownOf, readQuery, writeQuery } from '#shared/cohort/report/filters.ts';
import {
  mayDelete,
  noSavedViews,
  withoutView,
  withView,
} from '#shared/cohort/report/saved-views.ts';
import { type Advisor, WORKERS } from '#shared/people/advisor/advisor.ts';
import { noSuchPage } from '#shared/views/pages/advisors/frame.ts';
import { badFilterPage } from '#shared/views/pages/report/report-page.ts';
import { type SavedViewLists, viewRefusedPage } from '#shared/views/pages/report/saved-views.ts';
import { viewRefusals } from '#shared/words/form-refusals.ts';
import { change } from '../../change.ts';
import { noFields, texts } from '../forms.ts';
import { type AdvisorDeps, type AdvisorRoute, ofCohort } from './route.ts';

export function savedViewRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    ofCohort(WORKERS).post(
      PATHS.views,
      texts(['update', 'name', 'shared']),
      async (c, visitor, { update = '', name = '', shared }) => {
        const { advisor, cohort } = visitor;
        const query = readQuery(knownOf(new URL(c.req.url).searchParams).known);
        if (!query.ok) return c.html(badFilterPage(visitor, query.failure), 400);
        const id = idSchema.catch(deps.newId()).parse(update);
        const { own, shared: together } = await savedViewsOf(deps, cohort.id, advisor);
        const none = noSavedViews(cohort.id, shared ? undefined : advisor.id);
        const others = shared ? own : together;
        const refusal = await change(deps, 'saved-views', none.id, (item = none) => {
          const saved = withView(item, { id, name, by: advisor.id }, query.value, others);
          return saved.ok
            ? { write: saved.value, answer: undefined }
            : { answer: viewRefusals[saved.failure] };
        });
        if (refusal) {
          const typed = { update: id, name, isShared: shared !== undefined, error: refusal };
          return c.html(viewRefusedPage(visitor, query.value, typed), 422);
        }
        const params = new URLSearchParams(writeQuery({ ...query.value, page: 1 }));
        params.set('done', 'view-saved');
        return c.redirect(`${cohortPaths(cohort.id).report}?${params}`, 303);
      },
    ),
    ofCohort(WORKERS).post(
      PATHS.viewDelete(':viewId'),
      noFields,
      async (c, { advisor, cohort }) => {
        const id = c.req.param('viewId') ?? '';
        const { own, shared } = await savedViewsOf(deps, cohort.id, advisor);
        const isOwn = own.some((view) => view.id === id);
        const may = isOwn || shared.some((view) => view.id === id && mayDelete(view, advisor));
        if (!may) return c.html(noSuchPage(advisor), 404);
        const { id: listId } = noSavedViews(cohort.id, isOwn ? advisor.id : undefined);
        await change(deps, 'saved-views', listId, (item) =>
          item ? { write: withoutView(item, id) } : {},
        );
        return c.redirect(`${cohortPaths(cohort.id).report}?done=view-deleted`, 303);
      },
    ),
  ];
}

export async function savedViewsOf(
  { store }: Pick<AdvisorDeps, 'store'>,
  cohortId: string,
  { id }: Pick<Advisor, 'id'>,
): Promise<SavedViewLists> {
  const [own, shared] = await Promise.all([
    store.read('saved-views', noSavedViews(cohortId, id).id),
    store.read('saved-views', cohortId),
  ]);
  return { own: own?.views ?? [], shared: shared?.views ?? [] };
}
