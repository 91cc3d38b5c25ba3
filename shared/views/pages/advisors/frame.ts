/** The frame of every page behind an advisor's sign-in. */
import { type Html, html } from '#shared/base/html.ts';
import {
  ADVISORS_PATH,
  cohortPaths,
  DATES_PATH,
  HOSTS_PATH,
  SIGN_OUT_PATH,
} from '#shared/base/links/advisor-paths.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { type Advisor, ROLE_WORDS } from '#shared/people/advisor/advisor.ts';
import { banner } from '../../components.ts';
import { type Navigation, page } from '../layout.ts';

type Places = Navigation['places'];

const EVERYWHERE: Places = [
  { label: 'Hosts', path: HOSTS_PATH },
  { label: 'Corrections', path: DATES_PATH },
];

/** @param trail the pages between the home page and this one */
export function advisorPage(
  title: string,
  { profile, role }: Advisor,
  body: Html,
  trail: Places = [],
): string {
  return page(title, body, {
    home: ADVISORS_PATH,
    places: [{ label: 'Cohorts', path: ADVISORS_PATH }, ...trail, ...EVERYWHERE],
    reader: html`<form method="post" action="${SIGN_OUT_PATH}"><span class="quiet">${profile.name}, ${ROLE_WORDS[role]}</span>
<button class="plain">Sign out</button></form>`,
  });
}

/** What every page of one cohort is made from: who reads it, and whose it is. */
export interface CohortView {
  readonly advisor: Advisor;
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
}

/** A page of one cohort, below its report; `trail`: the pages between. */
export function pageOfCohort(
  title: string,
  { advisor, cohort: { id, name } }: CohortView,
  body: Html,
  trail: Places = [],
): string {
  return advisorPage(title, advisor, body, [
    { label: name, path: cohortPaths(id).report },
    ...trail,
  ]);
}

/** Nothing of what was sent was taken. */
export function refusedPage(
  title: string,
  view: CohortView,
  why: Html,
  rest: Html | '' = '',
): string {
  const problem = banner('problem', html`<h1>${title}</h1>${why}`);
  return pageOfCohort(title, view, html`${problem}${rest}`);
}

/** The same for a cohort the advisor may not see and for one that does not exist. */
export function noSuchPage(advisor: Advisor): string {
  return advisorMessage(
    advisor,
    'Page not found',
    'Nothing was changed. Choose one of your cohorts.',
  );
}

export function notAllowedPage(advisor: Advisor): string {
  return advisorMessage(
    advisor,
    'Your role does not allow this',
    `You are signed in as ${ROLE_WORDS[advisor.role]}. Nothing was changed. Ask a lead advisor of the cohort.`,
  );
}

function advisorMessage(advisor: Advisor, title: string, message: string): string {
  return advisorPage(
    title,
    advisor,
    html`<div class="card"><h1>${title}</h1><p>${message}</p></div>`,
  );
}
