/** What comes first, then all applicants that match the filters, a page at a time. */
import { html } from 'hono/html';
import { counted } from '#shared/base/counted.ts';
import type { Html } from '#shared/base/html.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import { personPath } from '#shared/base/links/report-paths.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import { writeQuery } from '#shared/cohort/report/filters.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import type { ReportRow, RotationCounts } from '#shared/cohort/report/row.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import type { OutlookDue } from '#shared/people/person/outlook.ts';
import type { Reach } from '#shared/people/person/person.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { ENTRY_WORDS } from '#shared/words/entry-words.ts';
import { PATHWAY_WORDS } from '#shared/words/pathway-words.ts';
import { HOLDER_WORDS } from '#shared/words/plan-words.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import { pagesNav } from '../layout.ts';
import { filterForm } from './filter-form.ts';
import { firstScreen } from './first-screen.ts';
import { planStatus } from './risk-words.ts';
import { rotationsTable } from './rotations-table.ts';

export function people(report: Report): Html {
  const { cohort, query } = report;
  return html`${firstScreen(report)}
<section id="people" aria-labelledby="people-heading"><h2 id="people-heading">Applicants</h2>
${filterForm(report)}
${report.shown.length > 0 ? peopleTable(report) : html`<p>No one matches these filters. Remove one of them.</p>`}
${pagesNav(report, (page) => `${cohortPath(cohort.id)}${writeQuery({ ...query, page })}#people`)}
</section>`;
}

/** Never why: the reason may come from a plan or a school of which this cohort knows nothing. */
export function reachWords(reach: Reach): string {
  return reach === 'ok' ? 'reached by email' : 'not reached by email';
}

function peopleTable(report: Report): Html {
  return html`<table class="report people"><caption>${captionOf(report)}</caption>
<thead><tr><th scope="col">Who</th><th scope="col">Risk and case</th><th scope="col">Rotations</th><th scope="col">Where now</th>
<th scope="col">Documents</th><th scope="col">Letters</th><th scope="col">Waiting on, contact</th></tr></thead>
${report.shown.map((row) => personRows(row, report))}
</table>`;
}

function captionOf({ rows, shown, page, pages }: Report): string {
  if (pages === 1) return counted(rows.length, 'applicant');
  return `${shown.length} of ${rows.length} applicants, page ${page} of ${pages}`;
}

function personRows(row: ReportRow, report: Report): Html {
  const { of } = row;
  return html`<tbody>
<tr>
<th scope="row"><a class="target" href="${personPath(report.cohort.id, of.id)}">${of.name}</a>
<span class="quiet">${of.enrollment === 'enrolled' ? 'enrolled student' : 'graduate'},
${PATHWAY_WORDS[of.pathway]}, ${of.entry ? ENTRY_WORDS[of.entry] : 'entry to the US not known'}</span></th>
<td>${risk(row)}${caseWords(row, report)}</td>
<td><span class="phone">Rotations: </span>${counts(row.rotations)}<br><span class="quiet">IR in the US:
${counts(row.ir)}${row.firstIrStart ? `, first on ${phraseDay(row.firstIrStart)}` : ''}</span></td>
<td><span class="phone">Now: </span>${whereNow(row, report)}</td>
<td><span class="phone">Documents: </span>${documents(row)}</td>
<td><span class="phone">Letters: </span>${letters(row)}</td>
<td><span class="phone">Waiting on: </span>${ball(row, report)}</td>
</tr>
<tr class="more"><td colspan="7"><details><summary>Rotations of ${of.name} (${of.rotations.length})</summary>${rotationsTable(of, report.today)}</details></td></tr>
</tbody>
`;
}

function risk(row: ReportRow): Html {
  const { findings } = row;
  const codes = [...new Set(findings.map(({ code }) => code))].join(', ');
  const [first, ...others] = findings;
  return html`${planStatus(row)}${codes ? html` <span class="quiet">${codes}</span>` : ''}${first ? html`<br>${sentenceOf(first)}` : ''}${others.length > 0 ? html` <span class="quiet">And ${others.length} more.</span>` : ''}`;
}

function caseWords({ of }: ReportRow, { today }: Report): Html | string {
  const { case: present } = of;
  if (!present || present.closed) return '';
  const age = daysBetween(present.openedAt.slice(0, 10) as typeof today, today);
  const follow = present.followUpOn
    ? `, follow up ${phraseDistance(today, present.followUpOn)}`
    : '';
  return html`<br><span class="quiet">Case: ${present.owner ?? 'no owner'}, open for ${counted(age, 'day')}${follow}</span>`;
}

function counts({ planned, applied, offered, confirmed, done }: RotationCounts): string {
  const parts = [
    [planned, 'planned'],
    [applied, 'applied'],
    [offered, 'offered'],
    [confirmed, 'confirmed'],
    [done, 'done'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return said.length > 0 ? said.join(', ') : 'none';
}

/** The day to start by, and its own. */
function whenOf({ startBy, day }: OutlookDue, today: Day): string {
  return startBy
    ? `start by ${phraseDay(startBy)}, ${phraseDistance(today, startBy)}, due ${phraseDay(day)}`
    : `${phraseDay(day)}, ${phraseDistance(today, day)}`;
}

function whereNow(
  { of, step, daysInStep, next, daysToNext, slackDays }: ReportRow,
  { today }: Report,
): Html {
  if (!of.outlook) return html`<span class="quiet">not checked yet</span>`;
  return html`${step ? `${STAGES[step.stage].title} at ${step.host}, for ${counted(daysInStep ?? 0, 'day')}` : 'no open rotation'}${
    next
      ? html`<br>${next.title}: ${whenOf(next, today)} <span class="quiet">(${next.hard ? 'hard' : 'advised'},
${certaintyWords(next.certainty, 'advisor')}: ${next.source})</span>`
      : daysToNext === undefined
        ? html`<br><span class="quiet">no date ahead</span>`
        : ''
  }${slackDays === undefined ? '' : html`<br><span class="quiet">slack ${counted(slackDays, 'day')}</span>`}`;
}

function documents({ documents: { cleared, pending, expiring } }: ReportRow): Html {
  if (cleared + pending + expiring === 0)
    return html`<span class="quiet">none requested yet</span>`;
  return html`${cleared} ok, ${pending} pending${expiring > 0 ? html`, <span class="status late"><span aria-hidden="true">▲</span> ${expiring} expiring</span>` : ''}`;
}

function letters({
  letters: { requested, accepted, received, receivedByMode, assigned, usIrReceived },
}: ReportRow): Html {
  return html`${requested} requested, ${accepted} accepted, ${received} received${receivedByMode ? ` (${receivedByMode})` : ''}, ${assigned} assigned<br><span class="quiet">from US IR:
${usIrReceived ? 'received' : 'not yet'}</span>`;
}

function ball({ of, waitingOn }: ReportRow, { today }: Report): Html {
  const held = waitingOn.map((holder) => HOLDER_WORDS[holder]);
  const contacted = of.case?.contactedOn;
  return html`${held.length > 0 ? held.join(', ') : 'nobody'}<br><span class="quiet">${
    of.activeOn ? `updated ${phraseDistance(today, of.activeOn)}` : 'no update yet'
  }, ${of.emailedOn ? `emailed ${phraseDistance(today, of.emailedOn)}` : 'not emailed yet'}${contacted ? `, contacted ${phraseDistance(today, contacted)}` : ''}, ${reachWords(of.reach)}</span>`;
}
