/** An advisor's own page: the cohorts, and the way out everywhere. */
import { html } from 'hono/html';
import type { Advisor } from '../../access/advisor.ts';
import type { Cohort } from '../../cohort/cohort.ts';
import {
  cohortPath,
  DATES_PATH,
  FACTS_PATH,
  SIGN_OUT_EVERYWHERE_PATH,
} from '../../links/advisor-paths.ts';
import { advisorPage } from './frame.ts';

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
<p><a class="target" href="${FACTS_PATH}">Facts about programmes</a></p>
<p><a class="target" href="${DATES_PATH}">Dates of seasons and hosts</a></p>
<details class="form"><summary>Signed in somewhere else?</summary>
<form method="post" action="${SIGN_OUT_EVERYWHERE_PATH}">
<p class="hint">Ends every session of yours, this one too, and every sign-in link not used yet.</p>
<button class="plain">Sign out everywhere</button>
</form></details>`,
  );
}
