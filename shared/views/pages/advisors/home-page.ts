import { html } from 'hono/html';
import { counted } from '#shared/base/counted.ts';
import {
  BRIEF_PATH,
  cohortPath,
  DATES_PATH,
  HOSTS_PATH,
  invitePath,
  SIGN_OUT_EVERYWHERE_PATH,
} from '#shared/base/links/advisor-paths.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { type Advisor, roleAt } from '#shared/people/advisor/advisor.ts';
import { WORKERS } from '#shared/people/advisor/role.ts';
import type { Reach } from '#shared/people/person/person.ts';
import { button, fold, link, list, section } from '../../components.ts';
import { briefForm } from '../stop-pages.ts';
import { advisorPage } from './frame.ts';

const BRIEF_WORDS: Readonly<Record<Reach, string>> = {
  ok: 'You get an email on Monday mornings with what changed in your cohorts and what is coming up.',
  unsubscribed: 'You stopped it. You can still ask for sign-in links.',
  bounced:
    'Your address does not accept our emails, so we send none. Ask the operator of this service to correct it.',
  complained: 'An email from us was marked as spam at your address, so we send none.',
};

/** A cohort and what waits in it. */
export interface CohortLine {
  readonly cohort: Cohort;
  readonly people: number;
  readonly callToday: number;
  readonly unowned: number;
}

export function advisorHomePage(advisor: Advisor, cohorts: readonly CohortLine[]): string {
  return advisorPage(
    'Your cohorts',
    advisor,
    [],
    html`<h1>Your cohorts</h1>
<section aria-label="Cohorts">
${
  list(
    cohorts.map(
      ({ cohort: { id, name }, people, callToday, unowned }) =>
        html`${link(cohortPath(id), html`<strong>${name}</strong>`)} ${counted(people, 'applicant')}, ${callToday} to call today, ${counted(unowned, 'case')} without an owner${WORKERS.includes(roleAt(advisor, id)) ? html` · ${link(invitePath(id), 'Invite applicants')}` : ''}`,
    ),
  ) || html`<p>You have no cohort yet. Ask the operator of this service to add you to one.</p>`
}
</section>
<p>${link(DATES_PATH, 'Corrections: seasons, hosts, and programs')} · ${link(HOSTS_PATH, 'Hosts, and what is said to be wrong')}</p>
${section(
  'brief',
  'Monday brief',
  html`<p>${BRIEF_WORDS[advisor.reach]}</p>
${advisor.reach === 'ok' || advisor.reach === 'unsubscribed' ? briefForm(BRIEF_PATH, advisor.reach) : ''}`,
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
)}`,
  );
}
