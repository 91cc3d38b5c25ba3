/** The cohorts of an advisor, and the invitation to share a plan with one. */
import { type Html, html } from '#shared/base/html.ts';
import { LINK_DAYS } from '#shared/base/limits.ts';
import {
  ADVISORS_PATH,
  BRIEF_PATH,
  cohortPaths,
  SIGN_OUT_EVERYWHERE_PATH,
} from '#shared/base/links/advisor-paths.ts';
import type { Day } from '#shared/base/time/day.ts';
import { EVERYONE, type Filters, listPath } from '#shared/cohort/report/filters.ts';
import { lastMonday } from '#shared/cohort/report/first-screen.ts';
import { countOf } from '#shared/cohort/report/matches.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import { type Advisor, roleAt, WORKERS } from '#shared/people/advisor/advisor.ts';
import type { Reach } from '#shared/people/person/person.ts';
import { button, fold, link, section } from '../../components.ts';
import { pagesNav } from '../layout.ts';
import { streamForm } from '../stop-pages.ts';
import { advisorPage, type CohortView, pageOfCohort } from './frame.ts';

const BRIEF_WORDS: Readonly<Record<Reach, string>> = {
  ok: 'You get an email on Monday mornings with what changed in your cohorts and what is coming up.',
  unsubscribed: 'You stopped it. You can still ask for sign-in links.',
  bounced:
    'Your address does not accept our emails, so we send none. Ask the operator of this service to correct it.',
  complained: 'An email from us was marked as spam at your address, so we send none.',
};

/** How many wait in a cohort, each counted as the report's list counts it. */
export interface CohortLine extends Pick<Report, 'cohort' | 'people'> {
  readonly figures: readonly {
    readonly words: string;
    readonly count: number;
    readonly filters: Filters;
  }[];
}

export function cohortLine(report: Report): CohortLine {
  const { cohort, people, today } = report;
  const figures = figuresOn(today).map(([words, filters]) => {
    return { words, filters, count: countOf(filters, report) };
  });
  return { cohort, people, figures };
}

/** The same words for every cohort. */
function figuresOn(today: Day): readonly (readonly [words: string, filters: Filters])[] {
  return [
    ['to call today', { call: 'today' }],
    ['newly red', { risk: 'red', since: lastMonday(today) }],
    ['red', { risk: 'red' }],
    ['amber', { risk: 'amber' }],
    ['to follow up', { case: 'follow-up' }],
    ['without an owner', { case: 'unowned' }],
  ];
}

export function advisorHomePage(
  advisor: Advisor,
  cohorts: readonly CohortLine[],
  pages: { readonly page: number; readonly pages: number },
): string {
  return advisorPage(
    'Your cohorts',
    advisor,
    html`<div class="wide"><h1>Your cohorts</h1>
${
  cohorts.length > 0
    ? html`<section aria-label="Cohorts">${cohortsTable(advisor, cohorts)}${pagesNav(pages, (page) => `${ADVISORS_PATH}?page=${page}`)}</section>`
    : html`<section aria-label="Cohorts"><p>You have no cohort yet. Ask the operator of this service to add you to one.</p></section>`
}
${section(
  'brief',
  'Monday brief',
  html`<p>${BRIEF_WORDS[advisor.reach]}</p>
${advisor.reach === 'ok' || advisor.reach === 'unsubscribed' ? streamForm('brief', BRIEF_PATH, advisor.reach) : ''}`,
)}
${fold(
  'Signed in somewhere else?',
  button({
    action: SIGN_OUT_EVERYWHERE_PATH,
    label: 'Sign out everywhere',
    hint: 'This ends all your sessions, including this one, and cancels every unused sign-in link.',
    isPlain: true,
  }),
  'form',
)}</div>`,
  );
}

/** Each number leads to the list that it counts. */
function cohortsTable(advisor: Advisor, cohorts: readonly CohortLine[]): Html {
  const [first] = cohorts;
  const heads = first?.figures.map(({ words }) => html`<th scope="col">${words}</th>`);
  return html`<table class="cohorts"><thead><tr><th scope="col">Cohort</th><th scope="col">applicants</th>${heads}<td></td></tr></thead>
<tbody>${cohorts.map(
    ({ cohort: { id, name }, people, figures }) => html`<tr>
<th scope="row">${link(cohortPaths(id).report, name)}</th>
<td>${people}<span class="phone"> ${people === 1 ? 'applicant' : 'applicants'}</span></td>${figures.map(
      ({ words, filters, count }) =>
        html`<td>${link(listPath(id, { ...EVERYONE, filters }), html`${count}<span class="phone"> ${words}</span>`)}</td>`,
    )}<td>${WORKERS.includes(roleAt(advisor, id)) ? link(cohortPaths(id).invite, html`Invite<span class="unseen"> applicants to ${name}</span>`) : ''}</td></tr>
`,
  )}</tbody></table>`;
}

/** The invitation that an advisor sends to applicants who started a plan themselves. */
export function invitePage(view: CohortView, url: string): string {
  return pageOfCohort(
    'Invite applicants',
    view,
    html`<h1>Invite applicants to share their plan</h1>
<p>Some applicants start a plan before you import them. Send them this link. With it,
they can share their plan with the advisors of ${view.cohort.name}, and take it out again at any time.</p>
<p><code>${url}</code></p>
<p class="hint">It works for ${LINK_DAYS} days, while you advise this cohort. “Sign out everywhere” ends it.
Applicants who are in your cohort already do not need it.</p>`,
  );
}
