/** The report by letter writer and by host, each row linked to its applicants. */

import { type Html, html } from '#shared/base/html.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import { counted } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { byHost } from '#shared/cohort/report/by-host.ts';
import { byWriter, type WriterRow } from '#shared/cohort/report/by-writer.ts';
import { writeQuery } from '#shared/cohort/report/filters.ts';
import { type Report, rowsOf } from '#shared/cohort/report/report.ts';
import { pageOf, pagesNav } from '../layout.ts';
import { listOf } from './first-screen.ts';

export function writersTable(report: Report): Html {
  const { shown, caption, nav } = paged(
    byWriter(report.rows, report.today),
    'letter writer',
    report,
  );
  return html`<section id="people" aria-labelledby="writers"><h2 id="writers">By letter writer</h2>
<table class="report"><caption>${caption}</caption>
<thead><tr><th scope="col">Letter writer</th><th scope="col">Applicants</th><th scope="col">Outstanding</th><th scope="col">Accepted</th>
<th scope="col">Declined or silent</th><th scope="col">Received</th><th scope="col">Next letter due</th><th scope="col">Reminders left</th></tr></thead>
<tbody>${shown.map(
    (row) => html`<tr>
<th scope="row"><a class="target" href="${listOf(report, { letter: row.letter })}">${row.writer}</a> <span class="quiet">${whoWords(row)}</span></th>
<td>${cell(row.applicants === 1 ? 'applicant' : 'applicants', row.applicants)}</td>
<td>${cell('outstanding', row.outstanding)}</td>
<td>${cell('accepted', row.accepted)}</td>
<td>${cell('declined or silent', row.declined)}</td>
<td>${cell('received', row.received)}</td>
<td><span class="phone">Next letter due: </span>${row.nextDue ? phraseDay(row.nextDue) : '–'}</td>
<td>${row.remindersLeft === undefined ? html`<span class="quiet">not emailed by us</span>` : cell(row.remindersLeft === 1 ? 'reminder left' : 'reminders left', row.remindersLeft)}</td>
</tr>
`,
  )}</tbody></table>${nav}</section>`;
}

export function hostsTable(report: Report): Html {
  const { shown, caption, nav } = paged(byHost(report.rows), 'host', report);
  return html`<section id="people" aria-labelledby="hosts"><h2 id="hosts">By host</h2>
<table class="report"><caption>${caption}</caption>
<thead><tr><th scope="col">Host</th><th scope="col">Applicants</th><th scope="col">No answer
yet</th><th scope="col">Offered</th><th scope="col">Refused</th><th scope="col">Done</th><th scope="col">Days to an
answer</th><th scope="col">Letters received</th></tr></thead>
<tbody>${shown.map(
    (row) => html`<tr>
<th scope="row"><a class="target" href="${listOf(report, { site: row.host })}">${row.host}</a>${row.reported.map((words) => html`<br><span class="quiet">${words}</span>`)}</th>
<td>${cell(row.applicants === 1 ? 'applicant' : 'applicants', row.applicants)}</td>
<td>${cell('no answer yet', row.waiting)}</td>
<td>${cell('offered', row.offered)}</td>
<td>${cell('refused', row.refused)}</td>
<td>${cell('done', row.done)}</td>
<td><span class="phone">Days to an answer: </span>${row.medianAnswerDays === undefined ? '–' : `${row.medianAnswerDays} (median of ${row.answers})`}</td>
<td>${cell('letters received', row.lettersReceived)}</td>
</tr>
`,
  )}</tbody></table>${nav}</section>`;
}

/** Distinguishes writers of the same name. */
function whoWords({ hosts, otherSpellings }: WriterRow): string {
  return [
    ...hosts,
    ...(otherSpellings.length > 0 ? [`also spelled ${otherSpellings.join(', ')}`] : []),
  ].join('; ');
}

/** A phone hides the table's head, so the cell repeats its word. */
function cell(word: string, count: number): Html {
  return html`${count} <span class="phone">${word}</span>`;
}

/** The page that is asked for, its table's caption, and the way to the others. */
function paged<Row>(all: readonly Row[], what: string, { cohort, query }: Report) {
  const { page, pages, shown } = pageOf(all, query.page, rowsOf(query));
  const count = counted(all.length, what);
  return {
    shown,
    caption: pages === 1 ? count : `${count}, page ${page} of ${pages}`,
    nav: pagesNav(
      { page, pages },
      (to) => `${cohortPath(cohort.id)}${writeQuery({ ...query, page: to })}#people`,
    ),
  };
}
