/** An advisor's own page: the cohorts, and the way out everywhere. */
import { html } from 'hono/html';
import {
  BRIEF_PATH,
  cohortPath,
  DATES_PATH,
  FACTS_PATH,
  SIGN_OUT_EVERYWHERE_PATH,
} from '#shared/base/links/advisor-paths.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import type { Reach } from '#shared/people/person/person.ts';
import { advisorPage } from './frame.ts';
import { briefForm } from './stop-brief-page.ts';

const BRIEF_WORDS: Readonly<Record<Reach, string>> = {
  ok: 'You get an email on Monday mornings: what changed in your cohorts, and what comes.',
  unsubscribed: 'You stopped it. Sign-in links that you ask for still come.',
  bounced:
    'Your address does not take our emails, so none is sent. Ask whoever runs this service to correct it.',
  complained: 'An email of ours was marked as spam at your address, so none is sent.',
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
  }) => html`<li><a class="target" href="${cohortPath(id)}"><strong>${name}</strong></a></li>
`,
)}</ul>`
    : html`<p>You have no cohort yet. Ask whoever runs this service to add you to one.</p>`
}
</section>
<p><a class="target" href="${FACTS_PATH}">Facts about programs</a></p>
<p><a class="target" href="${DATES_PATH}">Dates of seasons and hosts</a></p>
<section aria-labelledby="brief"><h2 id="brief">Monday brief</h2>
<p>${BRIEF_WORDS[advisor.reach]}</p>
${advisor.reach === 'ok' || advisor.reach === 'unsubscribed' ? briefForm(BRIEF_PATH, advisor.reach) : ''}</section>
<details class="form"><summary>Signed in somewhere else?</summary>
<form method="post" action="${SIGN_OUT_EVERYWHERE_PATH}">
<p class="hint">Ends every session of yours, this one too, and every sign-in link not used yet.</p>
<button class="plain">Sign out everywhere</button>
</form></details>`,
  );
}
