/** The cohort's report: whom to call and what is new or lost, then everyone, then the charts. */
import { html, raw } from 'hono/html';
import { type Html, written } from '#shared/base/html.ts';
import {
  cohortPath,
  exportsPath,
  importPath,
  sendersPath,
} from '#shared/base/links/advisor-paths.ts';
import { messagePath } from '#shared/base/links/report-paths.ts';
import { type ReportQuery, VIEWS, writeQuery } from '#shared/cohort/report/filters.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { WORKERS } from '#shared/people/advisor/role.ts';
import { advisorPage } from '../advisors/frame.ts';
import { STYLE_SHEET } from '../style.ts';
import { leftOutNote } from './bad-filter-page.ts';
import { charts } from './charts.ts';
import { figures, reportHeader } from './header.ts';
import { hostsTable, writersTable } from './other-views.ts';
import { people } from './people.ts';

/** @param unknown names in the address that are no filter */
export function reportPage(
  report: Report,
  advisor: Advisor,
  unknown: readonly string[] = [],
): string {
  const { profile, role } = advisor;
  const { cohort, query } = report;
  return advisorPage(
    `${cohort.name}: report`,
    advisor,
    [],
    html`<div class="wide">
${reportHeader(report, profile.zone)}
${leftOutNote(unknown)}
${figures(report, profile.name)}
${views(report)}
${query.view === 'people' ? people(report) : ''}
${query.view === 'writers' ? writersTable(report) : ''}
${query.view === 'hosts' ? hostsTable(report) : ''}
${role === 'auditor' || query.view !== 'people' || report.rows.length === 0 ? '' : html`<p class="screen"><a class="target" href="${messagePath(cohort.id)}${writeQuery({ ...query, page: 1 })}">Write to ${report.rows.length === 1 ? 'this applicant' : `these ${report.rows.length} applicants`}</a></p>`}
${charts(report)}
${cohortLinks(advisor, cohort.id)}
</div>`,
  );
}

const VIEW_WORDS = {
  people: 'by applicant',
  writers: 'by letter writer',
  hosts: 'by host',
} as const;

/** The views a week starts with; any other view can be bookmarked. */
const SAVED: readonly (readonly [words: string, filters: ReportQuery['filters']])[] = [
  ['my cases', { case: 'mine' }],
  ['letters stuck', { code: 'L2' }],
  ['papers late', { code: 'C1' }],
  ['deadlines in 21 days', { due: '21' }],
  ['blocked outside', { risk: 'outside' }],
];

function views({ cohort, query }: Report): Html {
  const to = (change: Partial<ReportQuery>) =>
    `${cohortPath(cohort.id)}${writeQuery({ ...query, page: 1, ...change })}#people`;
  return html`<nav class="screen trail" aria-label="Views"><ul>
${VIEWS.map((view) =>
  view === query.view
    ? html`<li><strong class="target" aria-current="true">${VIEW_WORDS[view]}</strong></li>
`
    : html`<li><a class="target" href="${to({ view })}">${VIEW_WORDS[view]}</a></li>
`,
)}
${SAVED.map(
  ([words, filters]) =>
    html`<li><a class="target" href="${to({ view: 'people', filters })}">${words}</a></li>
`,
)}</ul></nav>`;
}

function cohortLinks({ role }: Advisor, cohortId: string): Html {
  return html`<nav class="screen" aria-label="This cohort"><ul class="list">
${WORKERS.includes(role) ? html`<li><a class="target" href="${importPath(cohortId)}">Import a spreadsheet</a>: applicants and rotations.</li>` : ''}
<li><a class="target" href="${exportsPath(cohortId)}">Export</a>: tables, a workbook, a calendar, and the export log.</li>
${role === 'lead' ? html`<li><a class="target" href="${sendersPath(cohortId)}">Updates from other systems</a>: forms and systems that can send updates for this cohort.</li>` : ''}
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
${figures(whole)}
${people(whole)}
${writersTable(whole)}
${hostsTable(whole)}
${charts(whole)}
</div></main>
</body>
</html>
`);
}
