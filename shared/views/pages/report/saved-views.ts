/** Saved views as links beside the built-in ones, and the form that saves or deletes one. */
import { type Html, html } from '#shared/base/html.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { type ReportQuery, writeQuery } from '#shared/cohort/report/filters.ts';
import {
  mayDelete,
  namesPeople,
  type SavedView,
  VIEW_NAME_CHARACTERS_MAX,
} from '#shared/cohort/report/saved-views.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { viewRefusals } from '#shared/words/form-refusals.ts';
import { button, field, fold, hiddenFields, link, list, tick } from '../../components.ts';
import { type CohortView, refusedPage } from '../advisors/frame.ts';

export interface SavedViewLists {
  readonly own: readonly SavedView[];
  readonly shared: readonly SavedView[];
}

interface Typed {
  readonly update: string;
  readonly name?: string;
  readonly isShared?: boolean;
  readonly error?: string;
}

export function savedLinks(cohortId: string, { own, shared }: SavedViewLists): Html[] {
  return [...own, ...shared].map(
    ({ name, query }) =>
      html`<li><a class="target" href="${cohortPaths(cohortId).report}${query}#people">${name}</a></li>
`,
  );
}

export function savedViewForms(
  cohortId: string,
  query: ReportQuery,
  { own, shared }: SavedViewLists,
  advisor: Advisor,
  update: string,
): Html {
  const deletable = [...own, ...shared.filter((view) => mayDelete(view, advisor))];
  return fold(
    'Save this view',
    html`${namesPeople(query) ? html`<p>${viewRefusals.naming}</p>` : saveForm(cohortId, query, { update })}
${list(
  deletable.map((view) =>
    button({
      action: cohortPaths(cohortId).viewDelete(view.id),
      label: html`Delete<span class="unseen"> the view ${view.name}</span>`,
      hint: html`${view.name}${own.includes(view) ? '' : ', shared'}`,
      isPlain: true,
    }),
  ),
)}`,
  );
}

export function viewRefusedPage(view: CohortView, query: ReportQuery, typed: Typed): string {
  const { id } = view.cohort;
  return refusedPage(
    'The view was not saved',
    view,
    html`<p>${typed.error}</p>`,
    html`${saveForm(id, query, typed)}
<p>${link(`${cohortPaths(id).report}${writeQuery(query)}`, 'Back to the report')}</p>`,
  );
}

function saveForm(cohortId: string, query: ReportQuery, typed: Typed): Html {
  const { update, name = '', isShared = false, error } = typed;
  return html`<form class="line" method="post" action="${cohortPaths(cohortId).views}${writeQuery(query)}">${hiddenFields({ update })}
${field(
  { id: 'view-name', label: 'Name for this view', error },
  (ties) =>
    html`<input name="name" maxlength="${VIEW_NAME_CHARACTERS_MAX}" value="${name}" required ${ties}>`,
)}
${tick({ id: 'view-shared', label: 'Share with the advisors of this cohort' }, html`name="shared" value="yes"${isShared ? html` checked` : ''}`)}
<button>Save the view</button></form>`;
}
