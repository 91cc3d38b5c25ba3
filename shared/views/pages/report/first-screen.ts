/** Whom to call today, what is new, what is lost, and which hosts to check, each with what to do about it. */
import { html } from 'hono/html';
import { counted } from '#shared/base/counted.ts';
import type { Html } from '#shared/base/html.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import { personPath } from '#shared/base/links/report-paths.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import { type Filters, narrowed, writeQuery } from '#shared/cohort/report/filters.ts';
import { firstScreenOf } from '#shared/cohort/report/first-screen.ts';
import type { HostToCheck } from '#shared/cohort/report/host-dates.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import type { ReportRow } from '#shared/cohort/report/row.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import { dataOf } from './risk-words.ts';

/** Shown in full; the table has everyone. */
const SHOWN_MAX = 10;

export function firstScreen(report: Report): Html {
  const { today } = report;
  const { callToday, sinceMonday, cannotBeSaved, hostsToCheck } = firstScreenOf(report);
  const { monday, newlyRed, newlyLost } = sinceMonday;
  return html`<section aria-labelledby="call"><h2 id="call">Call today (${callToday.length})</h2>
${
  callToday.length === 0
    ? html`<p>Nothing that can still be saved is about to be lost.</p>`
    : html`<ol class="list">${callToday.slice(0, SHOWN_MAX).map(
        ({ row, call }) =>
          html`<li>${who(row, report)}: ${sentenceOf(call)}${call.lostOn ? html` <strong>Lost ${phraseDistance(today, call.lostOn)}.</strong>` : ''}${ownerOf(row)}
${dataOf(call)}</li>
`,
      )}</ol>`
}
${callToday.length > SHOWN_MAX ? html`<p class="quiet">The first ${SHOWN_MAX} of ${callToday.length}. <a class="target" href="${to(report, { call: 'today' })}">Show all of them</a></p>` : ''}
<details class="form"><summary>Since ${phraseDay(monday)}: ${newlyRed.length} newly red, ${newlyLost.length} with a loss</summary>
<ul class="list"><li><a class="target" href="${to(report, { risk: 'red', since: monday })}">Newly red</a>: ${names(newlyRed, report)}</li>
<li><a class="target" href="${to(report, { losses: monday })}">Lost</a>: ${names(newlyLost, report)}</li></ul></details>
<details class="form"><summary>Cannot be saved (${cannotBeSaved.length})</summary>
${
  cannotBeSaved.length === 0
    ? html`<p>Nothing is lost for good.</p>`
    : html`<ul class="list">${cannotBeSaved.map(
        ({ row, first, more }) =>
          html`<li>${who(row, report)}: ${sentenceOf(first)}${more > 0 ? ` And ${counted(more, 'other loss', 'other losses')}.` : ''}</li>
`,
      )}</ul>`
}</details>
<details class="form"><summary>Host dates to check (${counted(hostsToCheck.length, 'host')})</summary>
${
  hostsToCheck.length === 0
    ? html`<p>Every host’s dates were checked in the last 90 days.</p>`
    : html`<ul class="list">${hostsToCheck.map(
        (host) =>
          html`<li><a class="target" href="${to(report, { site: host.host })}">${host.host}</a>: ${checkWords(host)}</li>
`,
      )}</ul>`
}</details>
</section>`;
}

function checkWords({ applicants, checkedOn, unknown }: HostToCheck): string {
  return [
    counted(applicants, 'applicant'),
    ...(checkedOn ? [`a date last checked on ${phraseDay(checkedOn)}`] : []),
    ...(unknown > 0 ? [`ask whether it can take ${counted(unknown, 'applicant')}`] : []),
  ].join('; ');
}

/** Some names; the link has the others. */
function names(rows: readonly ReportRow[], report: Report): Html | string {
  if (rows.length === 0) return 'no one';
  const shown = rows
    .slice(0, SHOWN_MAX)
    .map((row, n) => html`${n > 0 ? ', ' : ''}${who(row, report)}`);
  const more = rows.length - shown.length;
  return html`${shown}${more > 0 ? ` and ${more} more` : ''}`;
}

function who({ of }: ReportRow, { cohort }: Report): Html {
  return html`<a class="target" href="${personPath(cohort.id, of.id)}"><strong>${of.name}</strong></a>`;
}

function ownerOf({ of }: ReportRow): Html | string {
  return of.case && !of.case.closed
    ? html` <span class="quiet">Case: ${of.case.owner ?? 'no owner'}.</span>`
    : '';
}

function to({ cohort, query }: Report, filters: Filters): string {
  return `${cohortPath(cohort.id)}${writeQuery(narrowed(query, filters))}#people`;
}
