import { html } from 'hono/html';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { ROLE_WORDS } from '#shared/people/advisor/role.ts';
import { advisorPage } from './frame.ts';

/** The same for a cohort the advisor may not see and for one that does not exist. */
export function noSuchPage(advisor: Advisor): string {
  return message(advisor, 'Page not found', 'Nothing was changed. Choose one of your cohorts.');
}

export function notAllowedPage(advisor: Advisor): string {
  return message(
    advisor,
    'Your role does not allow this',
    `You are signed in as ${ROLE_WORDS[advisor.role]}. Nothing was changed. Ask a lead advisor of the cohort.`,
  );
}

function message(advisor: Advisor, title: string, says: string): string {
  return advisorPage(
    title,
    advisor,
    [],
    html`<div class="card"><h1>${title}</h1><p>${says}</p></div>`,
  );
}
