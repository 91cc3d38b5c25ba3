/** The cohort's report: whom to call and what is new or lost, then everyone, then the charts. */
import { type Html, html, raw, written } from '#shared/base/html.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import {
  listPath,
  type QueryProblem,
  type ReportQuery,
  VIEWS,
  writeQuery,
} from '#shared/cohort/report/filters.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import { type Advisor, WORKERS } from '#shared/people/advisor/advisor.ts';
import { banner, bullets, link } from '../../components.ts';
import { advisorPage, type CohortView, refusedPage } from '../advisors/frame.ts';
import { STYLE_SHEET } from '../style.ts';
import { type ActsChoices, actsForm } from './acts-form.ts';
import { charts } from './charts.ts';
import { firstScreen, meeting } from './first-screen.ts';
import { aboutReport, leftOutNote, reportHeader } from './header.ts';
import { hostsTable, writersTable } from './other-views.ts';
import { people } from './people.ts';
import { type SavedViewLists, savedLinks, savedViewForms } from './saved-views.ts';

interface ReportView extends ActsChoices {
  readonly advisor: Advisor;
  readonly saved: SavedViewLists;
  /** Names in the address that are no filter. */
  readonly unknown?: readonly string[];
  /** What an act on several applicants did. */
  readonly done?: string;
  newId(): string;
}

export function reportPage(report: Report, view: ReportView): string {
  const { advisor, unknown = [], done } = view;
  const { role, id } = advisor;
  const { name, zone } = advisor.profile;
  const { cohort, query, today } = report;
  const isList = query.view === 'people';
  return advisorPage(
    `${cohort.name}: report`,
    advisor,
    html`<div class="wide">
${done ? banner('done', done) : ''}
${reportHeader(report, zone, { id, name })}
${leftOutNote(unknown)}
${isList ? firstScreen(report, role) : ''}
${views(report, view)}
${query.view === 'meeting' ? meeting(report) : ''}
${isList ? people(report, role) : ''}
${query.view === 'writers' ? writersTable(report) : ''}
${query.view === 'hosts' ? hostsTable(report) : ''}
${query.view === 'figures' ? charts(report) : ''}
${role !== 'auditor' && isList && report.rows.length > 0 ? actsForm(cohort.id, writeQuery(query), view, today, view.newId()) : ''}
${cohortLinks(advisor, report)}
${aboutReport(report, zone)}
</div>`,
  );
}

export function actRefusedPage(view: CohortView, message: string): string {
  return refusedPage(
    'Nothing was changed',
    view,
    html`<p>${message}</p><p>Go back in your browser: your selection is still there.</p>`,
  );
}

/** For an address with a wrong filter value. */
export function badFilterPage(view: CohortView, problems: readonly QueryProblem[]): string {
  return refusedPage(
    'We cannot read this address',
    view,
    html`${bullets(problems.map(({ message }) => message))}
<p>Nothing was changed. ${link(cohortPaths(view.cohort.id).report, 'Show the report without filters')}</p>`,
  );
}

const VIEW_WORDS: Readonly<Record<ReportQuery['view'], string>> = {
  people: 'by applicant',
  writers: 'by letter writer',
  hosts: 'by host',
  figures: 'figures',
  meeting: 'for a meeting',
};

/** The views a week starts with. */
const BUILT_IN: readonly (readonly [words: string, filters: ReportQuery['filters']])[] = [
  ['letters stuck', { code: 'L2' }],
  ['papers late', { code: 'C1' }],
  ['deadlines in 21 days', { due: '21' }],
  ['starting in 30 days', { starts: '30' }],
];

function views({ cohort, query }: Report, { advisor, saved, newId }: ReportView): Html {
  const to = (change: Partial<ReportQuery>) =>
    listPath(cohort.id, { ...query, page: 1, ...change });
  return html`<nav class="screen line" aria-label="Views"><ul class="figures">
${VIEWS.map((view) =>
  view === query.view
    ? html`<li><span class="target status" aria-current="true">${VIEW_WORDS[view]}</span></li>
`
    : html`<li><a class="target" href="${to({ view })}">${VIEW_WORDS[view]}</a></li>
`,
)}
${BUILT_IN.map(
  ([words, filters]) =>
    html`<li><a class="target" href="${to({ view: 'people', filters })}">${words}</a></li>
`,
)}${savedLinks(cohort.id, saved)}</ul>${WORKERS.includes(advisor.role) ? savedViewForms(cohort.id, query, saved, advisor, newId()) : ''}</nav>`;
}

function cohortLinks({ role }: Advisor, { cohort, query, rows }: Report): Html {
  const isWorker = WORKERS.includes(role);
  const list = `${cohortPaths(cohort.id).message}${writeQuery({ ...query, page: 1 })}`;
  return html`<nav class="screen" aria-label="This cohort"><ul class="figures">
${
  isWorker && query.view === 'people' && rows.length > 0
    ? html`<li>
<a class="target" href="${list}">Write to ${rows.length === 1 ? 'this applicant' : `these ${rows.length} applicants`}</a></li>`
    : ''
}
${isWorker ? html`<li><a class="target" href="${cohortPaths(cohort.id).imports}">Import a spreadsheet</a></li>` : ''}
<li><a class="target" href="${cohortPaths(cohort.id).exports}">Export</a></li>
${isWorker ? html`<li><a class="target" href="${cohortPaths(cohort.id).archive}">Archive and season’s end</a></li>` : ''}
${role === 'lead' ? html`<li><a class="target" href="${cohortPaths(cohort.id).senders}">Updates from other systems</a></li>` : ''}
</ul></nav>`;
}

/** @param zone the reader's time zone */
export function reportFile(report: Report, zone: string, baseUrl: string): string {
  const whole: Report = { ...report, shown: report.rows, page: 1, pages: 1 };
  return written(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<base href="${baseUrl}">
<title>${report.cohort.name}: report · Away Rotations</title>
<style>${raw(STYLE_SHEET)}</style>
</head>
<body>
<header>Away Rotations</header>
<main><div class="wide">
${reportHeader(whole, zone)}
${firstScreen(whole, 'auditor', true)}
${people(whole, 'auditor')}
${writersTable(whole)}
${hostsTable(whole)}
${charts(whole)}
${aboutReport(whole, zone)}
</div></main>
</body>
</html>
`);
}
