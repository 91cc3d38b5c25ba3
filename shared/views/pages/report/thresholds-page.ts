/** The thresholds of a cohort's at-risk rules, their history, and the form to change them. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import { thresholdsPath } from '#shared/base/links/report-paths.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { type RiskChangeMade, thresholdsOf, versionOf } from '#shared/cohort/risk/settings.ts';
import { THRESHOLD_WORDS, type Thresholds } from '#shared/cohort/risk/thresholds.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { RISK_RULES_VERSION } from '#shared/people/casework/codes.ts';
import { advisorPage } from '../advisors/frame.ts';

export interface ThresholdsProblem {
  readonly message: string;
  readonly values: Readonly<Record<string, string>>;
}

const NAMES = Object.keys(THRESHOLD_WORDS) as (keyof Thresholds)[];

export function thresholdsPage(
  advisor: Advisor,
  cohort: Cohort,
  updateId: string,
  problem?: ThresholdsProblem,
): string {
  const { zone } = advisor.profile;
  const present = thresholdsOf(cohort.risk);
  const version = versionOf(cohort.risk);
  const changes = (cohort.risk?.changes ?? []).toReversed();
  return advisorPage(
    problem ? 'Nothing was changed' : 'Thresholds',
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<h1>When an applicant is at risk</h1>
${problem ? html`<div class="problem" role="alert"><h2>Nothing was changed</h2><p>${problem.message}</p></div>` : ''}
<p>${version === 0 ? 'The defaults apply.' : `Version ${version} of this cohort’s thresholds applies${sinceWords(changes[0], zone)}.`} At-risk rules ${RISK_RULES_VERSION}. Each report shows its version. One red reason or two amber reasons open a case.</p>
${advisor.role === 'lead' ? form(cohort, updateId, problem) : html`${table(present)}<p class="quiet">A lead advisor can change them and must give a reason.</p>`}
${
  changes.length > 0
    ? html`<section aria-labelledby="changes"><h2 id="changes">Changes</h2><ul class="list">${changes.map(
        ({ at, by, reason, before }) =>
          html`<li>${phraseInstant(at, zone)}, ${by}: ${reason}<ul>${Object.entries(before).map(
            ([name, old]) =>
              html`<li>${THRESHOLD_WORDS[name as keyof Thresholds]}: was ${old}</li>`,
          )}</ul></li>
`,
      )}</ul></section>`
    : ''
}`,
  );
}

function sinceWords(newest: RiskChangeMade | undefined, zone: string): string {
  return newest ? ` since ${phraseInstant(newest.at, zone)}, set by ${newest.by}` : '';
}

function table(present: Thresholds): Html {
  return html`<table><caption>Current thresholds</caption><thead><tr><th scope="col">What</th><th scope="col">Value</th></tr></thead>
<tbody>${NAMES.map((name) => html`<tr><th scope="row">${THRESHOLD_WORDS[name]}</th><td>${present[name]}</td></tr>`)}</tbody></table>`;
}

function form(cohort: Cohort, updateId: string, problem?: ThresholdsProblem): Html {
  const present = thresholdsOf(cohort.risk);
  const value = (name: string, otherwise: string | number) => problem?.values[name] ?? otherwise;
  return html`<section aria-label="Change them"><form method="post" action="${thresholdsPath(cohort.id)}" novalidate>
<input type="hidden" name="update" value="${updateId}">
<input type="hidden" name="seen" value="${versionOf(cohort.risk)}">
${NAMES.map(
  (
    name,
  ) => html`<div class="field"><label for="${name}">${THRESHOLD_WORDS[name]}</label><input id="${name}" name="${name}" type="text" inputmode="numeric" maxlength="3" value="${value(name, present[name])}" required></div>
`,
)}
<div class="field"><label for="reason">Why</label><p class="hint" id="reason-hint">One sentence, shown beside the change.</p><input id="reason" name="reason" type="text" maxlength="400" aria-describedby="reason-hint" value="${value('reason', '')}" required></div>
<button>Change the thresholds</button>
</form></section>`;
}
