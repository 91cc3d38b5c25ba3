/** Whom to call today, what is new, what is lost, and which hosts to check, each with what to do about it. */

import { type Html, html } from '#shared/base/html.ts';
import { cohortPath, personPath } from '#shared/base/links/advisor-paths.ts';
import { capital, counted } from '#shared/base/sentence.ts';
import { phraseDay, phraseDistance, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Call } from '#shared/cohort/report/call.ts';
import { type Filters, narrowed, writeQuery } from '#shared/cohort/report/filters.ts';
import { firstScreenOf } from '#shared/cohort/report/first-screen.ts';
import type { HostToCheck } from '#shared/cohort/report/host-dates.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import type { ReportRow } from '#shared/cohort/report/row.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import type { Role } from '#shared/people/advisor/advisor.ts';
import { tick } from './acts-form.ts';
import { contactLine } from './contact.ts';
import { dataOf } from './risk-words.ts';

/** Shown in full; the table has everyone. */
const SHOWN_MAX = 9;
const HOSTS_MAX = 25;
/** A phone shows as many; its stylesheet hides the others. */
const PHONE_MAX = 3;

/** @param isOpen every list open and whole, as a meeting prints it */
export function firstScreen(report: Report, role: Role, isOpen: boolean = false): Html {
  const { callToday, sinceMonday, cannotBeSaved, hostsToCheck } = firstScreenOf(report);
  const { monday, newlyRed, newlyLost } = sinceMonday;
  const shown = isOpen ? callToday : callToday.slice(0, SHOWN_MAX);
  const folded = (summary: string, body: Html) =>
    html`<details${isOpen ? html` open` : ''}><summary>${summary}</summary>${body}</details>`;
  return html`<section aria-labelledby="call"><h2 id="call">Call today (${callToday.length})</h2>
${
  callToday.length === 0
    ? html`<p>Nothing that can still be saved is about to be lost.</p>`
    : html`<ol class="list calls">${shown.map(({ row, call }) => callItem(row, call, report, role))}</ol>`
}
${!isOpen && callToday.length > PHONE_MAX ? html`<p class="calls-all"><a class="target" href="${listOf(report, { call: 'today' })}">Show all ${callToday.length}</a></p>` : ''}
<div class="line folds">${folded(
    `Since ${phraseShortDay(monday)}: ${newlyRed.length} newly red, ${newlyLost.length} with a loss`,
    html`<ul class="list"><li><a class="target" href="${listOf(report, { risk: 'red', since: monday })}">Newly red</a>: ${names(newlyRed, report)}</li>
<li><a class="target" href="${listOf(report, { losses: monday })}">Lost</a>: ${names(newlyLost, report)}</li></ul>`,
  )}
${folded(
  `Cannot be saved (${cannotBeSaved.length})`,
  cannotBeSaved.length === 0
    ? html`<p>Nothing is lost for good.</p>`
    : html`<ul class="list">${cannotBeSaved.slice(0, SHOWN_MAX).map(
        ({ row, first, more }) =>
          html`<li>${who(row, report)}: ${sentenceOf(first)}${more > 0 ? ` And ${counted(more, 'other loss', 'other losses')}.` : ''}</li>
`,
      )}</ul>${cannotBeSaved.length > SHOWN_MAX ? html`<p><a class="target" href="${listOf(report, { risk: 'cannot-be-saved' })}">All ${cannotBeSaved.length}</a></p>` : ''}`,
)}
${folded(
  `Host dates to check (${counted(hostsToCheck.length, 'host')})`,
  hostsToCheck.length === 0
    ? html`<p>Every host’s dates were checked in the last 90 days.</p>`
    : html`<ul class="list">${hostsToCheck.slice(0, HOSTS_MAX).map(
        (host) =>
          html`<li><a class="target" href="${listOf(report, { site: host.host })}">${host.host}</a>: ${checkWords(host)}</li>
`,
      )}${hostsToCheck.length > HOSTS_MAX ? html`<li>and ${hostsToCheck.length - HOSTS_MAX} more</li>` : ''}</ul>`,
)}</div>
</section>`;
}

function callItem(row: ReportRow, call: Call, report: Report, role: Role): Html {
  const { of } = row;
  const { today, generatedAt } = report;
  const { reason, action } = call.words();
  const isAuditor = role === 'auditor';
  return html`<li>${isAuditor ? '' : tick(of)}<span>${who(row, report)}</span>
<span>${reason}. <span class="quiet">${capital(action)}.</span>${call.lostOn ? html` <strong>Lost ${phraseDistance(today, call.lostOn)}.</strong>` : ''}${caseWords(row)}</span>
${isAuditor ? '' : contactLine(of, generatedAt)}
${dataOf(call)}</li>
`;
}

function checkWords({ applicants, checkedOn, unknown }: HostToCheck): string {
  return [
    counted(applicants, 'applicant'),
    ...(checkedOn ? [`a date last checked on ${phraseDay(checkedOn)}`] : []),
    ...(unknown > 0 ? [`ask whether it can take ${counted(unknown, 'applicant')}`] : []),
  ].join('; ');
}

/** Some names; the link has the others. */
export function names(rows: readonly ReportRow[], report: Report): Html | string {
  if (rows.length === 0) return 'no one';
  const shown = rows
    .slice(0, SHOWN_MAX)
    .map((row, n) => html`${n > 0 ? ', ' : ''}${who(row, report)}`);
  const more = rows.length - shown.length;
  return html`${shown}${more > 0 ? ` and ${more} more` : ''}`;
}

export function who({ of }: ReportRow, { cohort }: Report): Html {
  return html`<a class="target" href="${personPath(cohort.id, of.id)}"><strong>${of.name}</strong></a>`;
}

export function caseWords({ of }: ReportRow): Html | string {
  if (!of.case || of.case.closed) return '';
  return html` <span class="quiet">Case: ${of.case.owner ?? 'no owner'}.</span>`;
}

/** Narrowed to those whom a number counts. */
export function listOf({ cohort, query }: Report, filters: Filters): string {
  return `${cohortPath(cohort.id)}${writeQuery(narrowed(query, filters))}#people`;
}
