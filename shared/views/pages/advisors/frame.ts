/** The frame of every page behind an advisor's sign-in. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { ADVISORS_PATH, SIGN_OUT_PATH } from '#shared/base/links/advisor-paths.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { ROLE_WORDS } from '#shared/people/advisor/role.ts';
import { page } from '../layout.ts';

interface Place {
  readonly label: string;
  readonly path: string;
}

/** @param trail the pages between the home page and this one */
export function advisorPage(
  title: string,
  { profile, role }: Advisor,
  trail: readonly Place[],
  body: Html,
): string {
  return page(
    title,
    html`<nav aria-label="Where you are" class="trail"><ul>
<li><a class="target" href="${ADVISORS_PATH}">Cohorts</a></li>
${trail.map(
  ({ label, path }) => html`<li><a class="target" href="${path}">${label}</a></li>
`,
)}</ul>
<form method="post" action="${SIGN_OUT_PATH}"><span class="quiet">${profile.name}, ${ROLE_WORDS[role]}</span> <button class="plain">Sign out</button></form>
</nav>
${body}`,
  );
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
