/** Downloading everything about an applicant, and deleting a plan. */

import { html } from '#shared/base/html.ts';
import { DELETION_DAYS } from '#shared/base/limits.ts';
import { SCHEMA_PATH } from '#shared/base/links/urls.ts';
import { capital } from '#shared/base/sentence.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { TABLE_NAMES } from '#shared/exchange/personal-export/tables.ts';
import { erasedAtOf } from '#shared/people/applicant/tombstone.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { button, link, list } from '../components.ts';
import { message } from './layout.ts';
import { type PageView, personPage } from './person-page.ts';

export function downloadPage(view: PageView): string {
  const { paths } = view;
  return personPage(view, {
    title: 'Download everything',
    body: html`<div class="card">
<p><a class="button" href="${paths.download}.json">Everything, as JSON</a></p>
<p class="hint">What you entered, its history, and which emails we sent when. <a href="${SCHEMA_PATH}">The file’s schema</a></p>
<p>${link(`${paths.download}.ics`, 'Dates for a calendar, as an iCal file')}</p>
<h2>For a spreadsheet, as CSV files</h2>
${list(TABLE_NAMES.map((name) => link(`${paths.download}/${name}.csv`, capital(name))))}
<p class="hint">These files are as private as your plan. Keep them where only you can read them.</p>
</div>`,
  });
}

/** What deleting removes and what stays. */
export function confirmErasePage(view: PageView): string {
  const { applicant, paths } = view;
  const count = applicant.facts.rotations.length;
  return personPage(view, {
    title: 'Delete your plan?',
    body: html`<div class="card">
<p>This removes your name, your address, ${count === 1 ? 'your rotation' : `your ${count} rotations`} with documents and letters, your costs, cases,
stories, and history. You and your letter writers will get no more email.</p>
<p>Counts without a name stay in your cohort’s report. We cannot delete emails already sent.
If backups are kept, your data is gone from them after 35 days.</p>
<p>We will email you one link, which can keep the plan for ${DELETION_DAYS} days. After that, this cannot be undone.
<a href="${paths.download}">Download everything</a> first if you may need it.</p>
${button({ action: paths.erase, label: 'Delete my plan' })}
<p>${link(paths.plan, 'Keep my plan')}</p>
</div>`,
  });
}

/** For every other link to a plan that its owner deleted. */
export function leavingPage(applicant: Applicant): string {
  return message(
    'Your plan will be deleted',
    `It was deleted, and on ${goesOn(applicant)} everything that names you goes.
To keep it, open the link in the email that we sent you about it.`,
  );
}

export function keepPage(action: string, applicant: Applicant): string {
  return message(
    'Keep your plan?',
    `On ${goesOn(applicant)} everything that names you will be deleted. Nothing is lost if you keep it now.`,
    button({ action, label: 'Keep my plan' }),
  );
}

function goesOn(applicant: Applicant): string {
  const at = erasedAtOf(applicant);
  return at ? phraseDay(dayIn(applicant.facts.profile.zone, at)) : '';
}
