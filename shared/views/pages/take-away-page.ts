/** Everything about an applicant as one file, or as tables for a spreadsheet. */
import { html } from 'hono/html';
import { capital } from '#shared/base/capital.ts';
import { SCHEMA_PATH } from '#shared/base/links/urls.ts';
import { TABLE_NAMES } from '#shared/exchange/take-away/tables.ts';
import { page } from './layout.ts';
import type { PageView } from './page-view.ts';
import { seasonNotice } from './season-notice.ts';

export function takeAwayPage(view: PageView): string {
  const { paths } = view;
  return page(
    'Download everything',
    html`<p><a class="target" href="${paths.plan}">Back to your plan</a></p>
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
