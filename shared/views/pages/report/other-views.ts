/** The report by letter writer and by host, each row linked to its applicants. */
import { type Html, html } from '#shared/base/html.ts';
import { counted } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { byHost, type HostRow } from '#shared/cohort/report/by-host.ts';
import { byWriter, type WriterRow } from '#shared/cohort/report/by-writer.ts';
import { listPath } from '#shared/cohort/report/filters.ts';
import { type Report, rowsOf } from '#shared/cohort/report/report.ts';
import { type Body, labeled, link, table } from '../../components.ts';
import { pageOf, pagesNav } from '../layout.ts';
import { listOf } from './first-screen.ts';

type Column<Row> = readonly [head: string, cell: (row: Row, report: Report) => Body];

const WRITERS: readonly Column<WriterRow>[] = [
  [
    'Letter writer',
    (row, report) =>
      html`${link(listOf(report, { letter: row.letter }), row.writer)} <span class="quiet">${whoWords(row)}</span>`,
  ],
  ['Applicants', ({ applicants }) => cell(applicants, 'applicant', 'applicants')],
  ['Outstanding', ({ outstanding }) => cell(outstanding, 'outstanding')],
  ['Accepted', ({ accepted }) => cell(accepted, 'accepted')],
  ['Declined or silent', ({ declined }) => cell(declined, 'declined or silent')],
  ['Received', ({ received }) => cell(received, 'received')],
  ['Next letter due', ({ nextDue }) => labeled('Next letter due', nextDue && phraseDay(nextDue))],
  [
    'Reminders left',
    ({ remindersLeft }) =>
      remindersLeft === undefined
        ? html`<span class="quiet">not emailed by us</span>`
        : cell(remindersLeft, 'reminder left', 'reminders left'),
  ],
];

const HOSTS: readonly Column<HostRow>[] = [
  [
    'Host',
    ({ host, reported }, report) =>
      html`${link(listOf(report, { site: host }), host)}${reported.map((words) => html`<br><span class="quiet">${words}</span>`)}`,
  ],
  ['Applicants', ({ applicants }) => cell(applicants, 'applicant', 'applicants')],
  ['No answer yet', ({ waiting }) => cell(waiting, 'no answer yet')],
  ['Offered', ({ offered }) => cell(offered, 'offered')],
  ['Refused', ({ refused }) => cell(refused, 'refused')],
  ['Done', ({ done }) => cell(done, 'done')],
  [
    'Days to an answer',
    ({ medianAnswerDays: days, answers }) =>
      labeled('Days to an answer', days !== undefined && `${days} (median of ${answers})`),
  ],
  ['Letters received', ({ lettersReceived }) => cell(lettersReceived, 'letters received')],
];

export function writersTable(report: Report): Html {
  const rows = byWriter(report.rows, report.today);
  return view('writers', 'letter writer', rows, WRITERS, report);
}

export function hostsTable(report: Report): Html {
  return view('hosts', 'host', byHost(report.rows), HOSTS, report);
}

/** A page of the rows, and the way to the others. */
function view<Row>(
  id: string,
  what: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  report: Report,
): Html {
  const { cohort, query } = report;
  const { page, pages, shown } = pageOf(rows, query.page, rowsOf(query));
  const count = counted(rows.length, what);
  const to = (other: number) => listPath(cohort.id, { ...query, page: other });
  return html`<section id="people" aria-labelledby="${id}"><h2 id="${id}">By ${what}</h2>
${table(
  pages === 1 ? count : `${count}, page ${page} of ${pages}`,
  columns.map(([head]) => head),
  shown.map((row) => columns.map(([, each]) => each(row, report))),
)}${pagesNav({ page, pages }, to)}</section>`;
}

/** Distinguishes writers of the same name. */
function whoWords({ hosts, otherSpellings }: WriterRow): string {
  return [
    ...hosts,
    ...(otherSpellings.length > 0 ? [`also spelled ${otherSpellings.join(', ')}`] : []),
  ].join('; ');
}

/** A phone hides the table's head, so the cell repeats its word. */
function cell(count: number, one: string, many: string = one): Html {
  return html`${count} <span class="phone">${count === 1 ? one : many}</span>`;
}
