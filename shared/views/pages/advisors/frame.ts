/** The frame of every page behind an advisor's sign-in. */
import { type Html, html } from '#shared/base/html.ts';
import {
  ADVISORS_PATH,
  DATES_PATH,
  HOSTS_PATH,
  SIGN_OUT_PATH,
} from '#shared/base/links/advisor-paths.ts';
import { type Advisor, ROLE_WORDS } from '#shared/people/advisor/advisor.ts';
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
