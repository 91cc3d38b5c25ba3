/** The frame of every page behind an advisor's sign-in. */
import { type Html, html } from '#shared/base/html.ts';
import {
  ADVISORS_PATH,
  cohortPath,
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
  trail: Places,
  body: Html,
): string {
  return page(title, body, {
    home: ADVISORS_PATH,
    places: [{ label: 'Cohorts', path: ADVISORS_PATH }, ...trail, ...EVERYWHERE],
    reader: html`<form method="post" action="${SIGN_OUT_PATH}"><span class="quiet">${profile.name}, ${ROLE_WORDS[role]}</span> <button class="plain">Sign out</button></form>`,
  });
}

export type NamedCohort = Pick<Cohort, 'id' | 'name'>;

/** A page of one cohort, below its report; `trail`: the pages between. */
export function pageOfCohort(
  title: string,
  advisor: Advisor,
  { id, name }: NamedCohort,
  body: Html,
  trail: Places = [],
): string {
  return advisorPage(title, advisor, [{ label: name, path: cohortPath(id) }, ...trail], body);
}

/** Nothing of what was sent was taken. */
export function refusedPage(
  title: string,
  advisor: Advisor,
  cohort: NamedCohort,
  why: Html,
  rest: Html | '' = '',
): string {
  const problem = banner('problem', html`<h1>${title}</h1>${why}`);
  return pageOfCohort(title, advisor, cohort, html`${problem}${rest}`);
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
    [],
    html`<div class="card"><h1>${title}</h1><p>${message}</p></div>`,
  );
}
