/** `/advisors/c/<cohort>`: the cohort's report, its views saved under a name, and the link that invites applicants to share a plan. */

import { LINK_DAYS } from '#shared/base/limits.ts';
import { cohortPaths, PATHS } from '#shared/base/links/advisor-paths.ts';
import { signLink } from '#shared/base/links/link.ts';
import { joinPath } from '#shared/base/links/urls.ts';
import { idSchema } from '#shared/base/text.ts';
import { knownOf, readQuery, writeQuery } from '#shared/cohort/report/filters.ts';
import {
  mayDelete,
  noSavedViews,
  withoutView,
  withView,
} from '#shared/cohort/report/saved-views.ts';
import { type Advisor, ROLES, WORKERS } from '#shared/people/advisor/advisor.ts';
import { noSuchPage } from '#shared/views/pages/advisors/frame.ts';
import { invitePage } from '#shared/views/pages/advisors/home-page.ts';
import { badFilterPage, reportPage } from '#shared/views/pages/report/report-page.ts';
import { type SavedViewLists, viewRefusedPage } from '#shared/views/pages/report/saved-views.ts';
import { viewRefusals } from '#shared/words/form-refusals.ts';
import { change } from '../../change.ts';
import { otherCohortsOf, reportNow, teamOf } from '../../whole-cohort.ts';
import { noFields, texts } from '../forms.ts';
import { doneIn } from './acts.ts';
import { type AdvisorDeps, type AdvisorRoute, ofCohort } from './route.ts';

export function cohortRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    ofCohort(ROLES).get(PATHS.report, async (c, visitor) => {
      const { advisor, cohort } = visitor;
      const params = new URL(c.req.url).searchParams;
      const done = doneIn(params);
      const { known, unknown } = knownOf(params);
      const query = readQuery(known);
      if (!query.ok) return c.html(badFilterPage(visitor, query.failure), 400);
      const [report, team, cohorts, saved] = await Promise.all([
        reportNow(deps, cohort, query.value, advisor),
        teamOf(deps, cohort),
        otherCohortsOf(deps, advisor, cohort),
        savedViewsOf(deps, cohort.id, advisor),
      ]);
      const { newId } = deps;
      const view = { advisor, team, cohorts, saved, unknown, newId, ...(done && { done }) };
      return c.html(reportPage(report, view));
    }),
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
    ofCohort(WORKERS).get(PATHS.invite, async (c, visitor) => {
      const { advisor, cohort } = visitor;
      const { id: personId, linkEpoch: epoch } = advisor;
      const link = { personId, epoch, purpose: 'invite', about: cohort.id } as const;
      const token = await signLink(deps.linkKeys, link, deps.clock.now(), LINK_DAYS);
      return c.html(invitePage(visitor, new URL(joinPath(token), deps.baseUrl).href));
    }),
  ];
}

async function savedViewsOf(
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
