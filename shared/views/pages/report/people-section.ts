/** Who is red and why, then all applicants that match the filters, a page at a time. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import { personPath } from '#shared/base/links/report-paths.ts';
import { writeQuery } from '#shared/cohort/report/filters.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import type { ReportRow } from '#shared/cohort/report/row.ts';
import { causesOf } from '#shared/cohort/risk/causes.ts';
import { filterForm } from './filter-form.ts';
import { peopleTable } from './people-table.ts';
import { causeItem } from './risk-words.ts';

/** Shown in full at the top; the table has everyone. */
const TOLD_MAX = 10;

export function people(report: Report): Html {
  const red = report.rows.filter(({ level }) => level === 'red');
  return html`<section aria-labelledby="red"><h2 id="red">Who is red and why</h2>
${
  red.length === 0
    ? html`<p>Nobody here is red.</p>`
    : html`<ol class="list">${red.slice(0, TOLD_MAX).map((row) => redItem(row, report))}</ol>`
}
${red.length > TOLD_MAX ? html`<p class="quiet">The ${TOLD_MAX} most serious of ${red.length}. The list below has all of them.</p>` : ''}
</section>
<section id="people" aria-labelledby="people-heading"><h2 id="people-heading">Applicants</h2>
${filterForm(report)}
${report.shown.length > 0 ? peopleTable(report) : html`<p>Nobody matches these filters. Remove one of them.</p>`}
${pager(report)}
</section>`;
}

function redItem({ of, findings }: ReportRow, { cohort }: Report): Html {
  const red = causesOf(findings).filter(({ level }) => level === 'red');
  return html`<li><a class="target" href="${personPath(cohort.id, of.id)}"><strong>${of.name}</strong></a>
<ul>${red.map(causeItem)}</ul></li>
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
