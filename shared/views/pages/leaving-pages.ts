/** Downloading everything about an applicant, and deleting a plan. */
import { html } from 'hono/html';
import { capital } from '#shared/base/capital.ts';
import { DELETION_DAYS } from '#shared/base/limits.ts';
import { SCHEMA_PATH } from '#shared/base/links/urls.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { TABLE_NAMES } from '#shared/exchange/take-away/tables.ts';
import { erasedAtOf } from '#shared/people/applicant/tombstone.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { button, link } from '../components.ts';
import { message, page } from './layout.ts';
import { type PageView, seasonNotice } from './person-page.ts';

export function takeAwayPage(view: PageView): string {
  const { paths } = view;
  return page(
    'Download everything',
    html`<p>${link(paths.plan, 'Back to your plan')}</p>
<section aria-labelledby="files"><h1 id="files">Download everything</h1>
${seasonNotice(view)}
<p><a class="button" href="${paths.takeAway}.json">Everything, as JSON</a></p>
<p class="hint">What you entered, its history, and which emails we sent when. <a href="${SCHEMA_PATH}">The file’s schema</a></p>
<p><a class="target" href="${paths.takeAway}.ics">Dates for a calendar, as an iCal file</a></p>
<h2>For a spreadsheet, as CSV files</h2>
<ul class="list">${TABLE_NAMES.map(
      (name) =>
        html`<li><a class="target" href="${paths.takeAway}/${name}.csv">${capital(name)}</a></li>`,
    )}</ul>
<p class="hint">These files are as private as your plan. Keep them where only you can read them.</p>
</section>`,
  );
}

/** What deleting removes and what stays. */
export function confirmErasePage({ applicant, paths }: PageView): string {
  const count = applicant.facts.rotations.length;
  return page(
    'Delete my plan',
    html`<p>${link(paths.plan, 'Back to your plan')}</p>
<section aria-labelledby="delete"><h1 id="delete">Delete your plan?</h1>
<p>This removes your name, your address, ${count === 1 ? 'your rotation' : `your ${count} rotations`} with documents and letters, your costs, cases,
stories, and history. You and your letter writers will get no more email.</p>
<p>Counts without a name stay in your cohort’s report. We cannot delete emails already sent. If backups are kept, your data is gone from them after 35 days.</p>
<p>We will email you one link, which can keep the plan for ${DELETION_DAYS} days. After that, this cannot be undone. <a href="${paths.takeAway}">Download everything</a> first if you may need it.</p>
${button({ action: paths.erase, label: 'Delete my plan' })}
<p>${link(paths.plan, 'Keep my plan')}</p>
</section>`,
  );
}

export function deletedPage(): string {
  return message(
    'Your plan will be deleted',
    html`<p>No one sees it anymore, and you will get no more reminders. In ${DELETION_DAYS} days everything that names you is deleted.</p>
<p>Until then, the link in the email that we are sending you now can keep it.</p>`,
  );
}

/** For every other link to a plan that its owner deleted. */
export function leavingPage(applicant: Applicant): string {
  return message(
    'Your plan will be deleted',
    html`<p>It was deleted, and on ${goesOn(applicant)} everything that names you goes. To keep it, open the link in the email that we sent you about it.</p>`,
  );
}

export function keepPage(action: string, applicant: Applicant): string {
  return message(
    'Keep your plan?',
    html`<p>On ${goesOn(applicant)} everything that names you will be deleted. Nothing is lost if you keep it now.</p>
${button({ action, label: 'Keep my plan' })}`,
  );
}

/** The link that keeps a plan was used, or the plan was deleted again since. */
export function keptPage(): string {
  return message(
    'This link was already used',
    html`<p>Nothing was changed. Open your plan from the latest email.</p>`,
  );
}

function goesOn(applicant: Applicant): string {
  const at = erasedAtOf(applicant);
  return at ? phraseDay(dayIn(applicant.facts.profile.zone, at)) : '';
}

export function erasedPage(): string {
  return message(
    'Your plan is deleted',
    html`<p>We have deleted everything that names you. You will get no more email.</p>`,
  );
}
