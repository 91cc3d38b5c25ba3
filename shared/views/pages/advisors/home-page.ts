import { html } from 'hono/html';
import {
  BRIEF_PATH,
  cohortPath,
  DATES_PATH,
  invitePath,
  SIGN_OUT_EVERYWHERE_PATH,
} from '#shared/base/links/advisor-paths.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { type Advisor, roleAt } from '#shared/people/advisor/advisor.ts';
import { WORKERS } from '#shared/people/advisor/role.ts';
import type { Reach } from '#shared/people/person/person.ts';
import { briefForm } from '../stop-pages.ts';
import { advisorPage } from './frame.ts';

const BRIEF_WORDS: Readonly<Record<Reach, string>> = {
  ok: 'You get an email on Monday mornings with what changed in your cohorts and what is coming up.',
  unsubscribed: 'You stopped it. You can still ask for sign-in links.',
  bounced:
    'Your address does not accept our emails, so we send none. Ask the operator of this service to correct it.',
  complained: 'An email from us was marked as spam at your address, so we send none.',
};

export function advisorHomePage(advisor: Advisor, cohorts: readonly Cohort[]): string {
  return advisorPage(
    'Your cohorts',
    advisor,
    [],
    html`<h1>Your cohorts</h1>
<section aria-label="Cohorts">
${
  cohorts.length > 0
    ? html`<ul class="list">
${cohorts.map(
  ({
    id,
    name,
  }) => html`<li><a class="target" href="${cohortPath(id)}"><strong>${name}</strong></a>${
    WORKERS.includes(roleAt(advisor, id))
      ? html` · <a class="target" href="${invitePath(id)}">Invite applicants</a>`
      : ''
  }</li>
`,
)}</ul>`
    : html`<p>You have no cohort yet. Ask the operator of this service to add you to one.</p>`
}
</section>
<p><a class="target" href="${DATES_PATH}">Corrections: seasons, hosts, and programs</a></p>
<section aria-labelledby="brief"><h2 id="brief">Monday brief</h2>
<p>${BRIEF_WORDS[advisor.reach]}</p>
${advisor.reach === 'ok' || advisor.reach === 'unsubscribed' ? briefForm(BRIEF_PATH, advisor.reach) : ''}</section>
<details class="form"><summary>Signed in somewhere else?</summary>
<form method="post" action="${SIGN_OUT_EVERYWHERE_PATH}">
<p class="hint">This ends all your sessions, including this one, and cancels every unused sign-in link.</p>
<button class="plain">Sign out everywhere</button>
</form></details>`,
  );
}
