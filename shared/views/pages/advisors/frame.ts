/** The frame of every page behind an advisor's sign-in. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { ADVISORS_PATH, SIGN_OUT_PATH } from '#shared/base/links/advisor-paths.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { ROLE_WORDS } from '#shared/people/advisor/role.ts';
import { page } from '../layout.ts';

export interface Place {
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
