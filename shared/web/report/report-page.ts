/** The cohort's report: who is red and why, then everybody, then the charts. */
import { html } from 'hono/html';
import type { Advisor } from '../../access/advisor.ts';
import { type ReportQuery, VIEWS, writeQuery } from '../../cohort/report/filters.ts';
import type { Report } from '../../cohort/report/report.ts';
import type { ReportRow } from '../../cohort/report/row.ts';
import { cohortPath } from '../../links/advisor-paths.ts';
import { messagePath, personPath } from '../../links/report-paths.ts';
import { cohortLinks } from '../advisors/cohort-links.ts';
import { advisorPage } from '../advisors/frame.ts';
import type { Html } from '../html.ts';
import { charts } from './charts.ts';
import { figures } from './figures.ts';
import { filterForm } from './filter-form.ts';
import { reportHeader } from './header.ts';
import { hostsTable, writersTable } from './other-views.ts';
import { peopleTable } from './people-table.ts';
import { findingItem } from './risk-words.ts';

/** Red people told in full at the top; the table has everybody. */
const TOLD_MAX = 10;

export function reportPage(report: Report, advisor: Advisor): string {
  const { profile, role } = advisor;
  const { cohort, query } = report;
  return advisorPage(
    `${cohort.name}: report`,
    advisor,
    [],
    html`<div class="wide">
${reportHeader(report, profile.zone)}
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

/** Views that a week begins with; any other one is an address to keep. */
const SAVED: readonly (readonly [words: string, filters: ReportQuery['filters']])[] = [
  ['my cases', { case: 'mine' }],
  ['letters stuck', { code: 'L2' }],
  ['papers that expire', { code: 'C1' }],
  ['deadlines in 21 days', { due: '21' }],
  ['blocked outside', { code: 'X1' }],
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

function people(report: Report): Html {
  const red = report.rows.filter(({ level }) => level === 'red');
  return html`<section aria-labelledby="red"><h2 id="red">Who is red, and why</h2>
${
  red.length === 0
    ? html`<p>Nobody here is red.</p>`
    : html`<ol class="list">${red.slice(0, TOLD_MAX).map((row) => redItem(row, report))}</ol>`
}
${red.length > TOLD_MAX ? html`<p class="quiet">The ${TOLD_MAX} gravest of ${red.length}; the list below has all of them.</p>` : ''}
</section>
<section id="people" aria-labelledby="people-heading"><h2 id="people-heading">Applicants</h2>
${filterForm(report)}
${report.shown.length > 0 ? peopleTable(report) : html`<p>Nobody matches these filters. Remove one of them.</p>`}
${pager(report)}
</section>`;
}

function redItem({ of, findings }: ReportRow, { cohort }: Report): Html {
  const red = findings.filter(({ level }) => level === 'red');
  return html`<li><a class="target" href="${personPath(cohort.id, of.id)}"><strong>${of.name}</strong></a>
<ul>${red.map(findingItem)}</ul></li>
`;
}

function pager({ cohort, query, page, pages }: Report): Html | string {
  if (pages === 1) return '';
  const to = (number: number) =>
    `${cohortPath(cohort.id)}${writeQuery({ ...query, page: number })}#people`;
  return html`<nav class="screen trail" aria-label="Pages"><ul>
${page > 1 ? html`<li><a class="target" href="${to(page - 1)}">Page ${page - 1}, before</a></li>` : ''}
<li><span class="target">Page ${page} of ${pages}</span></li>
${page < pages ? html`<li><a class="target" href="${to(page + 1)}">Page ${page + 1}, next</a></li>` : ''}</ul></nav>`;
}
