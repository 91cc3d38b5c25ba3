/** All applicants that match the filters, one line each, a page at a time. */
import { type Html, html } from '#shared/base/html.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { counted } from '#shared/base/sentence.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import {
  phraseDay,
  phraseDistance,
  phraseNearDay,
  phraseShortDay,
} from '#shared/base/time/phrase.ts';
import {
  listPath,
  PERSON_COLORS,
  type ReportQuery,
  toggled,
  valuesOf,
} from '#shared/cohort/report/filters.ts';
import { type Report, rowsOf } from '#shared/cohort/report/report.ts';
import type { ReportRow } from '#shared/cohort/report/row.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import type { Role } from '#shared/people/advisor/advisor.ts';
import { openCaseIn } from '#shared/people/outlook/summary.ts';
import type { Reach } from '#shared/people/person/person.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { LETTERS_WANTED } from '#shared/plan/letters/letter-plan.ts';
import { lettersByMode } from '#shared/plan/letters/placed.ts';
import { PARTY_WORDS } from '#shared/words/plan-words.ts';
import { pagesNav } from '../layout.ts';
import { contactLine, tick } from './acts-form.ts';
import { filterForm } from './filter-form.ts';
import { colorStatus, dataLines, planMark } from './risk-words.ts';

export function people(report: Report, role: Role): Html {
  const { query } = report;
  return html`<section id="people" aria-labelledby="people-heading"><h2 id="people-heading" class="unseen">Applicants</h2>
<div class="line folds">${colors(report)}${filterForm(report)}</div>
${report.shown.length > 0 ? peopleTable(report, role) : html`<p>${report.people === 0 ? NO_ONE_YET : NO_ONE_MATCHES}</p>`}
${report.rows.length > 25 ? html`<div class="line">${pagesNav(report, (page) => listPath(report.cohort.id, { ...query, page }))}${rowsNav(report)}</div>` : ''}
</section>`;
}

const NO_ONE_YET = 'No one is in this cohort yet. Import a spreadsheet, or invite applicants.';
const NO_ONE_MATCHES = 'No one matches these filters. Remove one of them.';

/** Never why: the reason may come from a plan or a school of which this cohort knows nothing. */
export function reachWords(reach: Reach): string {
  return reach === 'ok' ? 'reached by email' : 'not reached by email';
}

/** How many of each color; a press adds it to the list, and another takes it off. */
function colors(report: Report): Html {
  const { cohort, query, colors: counts } = report;
  const chosen = valuesOf('risk', query.filters);
  return html`<ul class="figures" aria-label="Colors">${PERSON_COLORS.filter(
    (color) => (counts[color] ?? 0) > 0 || chosen.includes(color),
  ).map((color) => {
    const href = listPath(cohort.id, toggled(query, 'risk', color));
    const current = chosen.includes(color) ? html` aria-current="true"` : '';
    return html`<li><a class="target" href="${href}"${current}>${colorStatus(color)} ${counts[color] ?? 0}</a></li>
`;
  })}</ul>`;
}

type Column = readonly [
  words: string,
  sort: ReportQuery['sort'] | undefined,
  cell: (row: ReportRow, report: Report) => Html | string,
];

const COLUMNS: readonly Column[] = [
  ['Stage', 'step', ({ step }) => (step ? STAGES[step.stage].title : '–')],
  ['Rotation', undefined, ({ step }, { today }) => (step ? rotationWords(step, today) : '–')],
  ['Next day', 'deadline', nextDay],
  ['Slack', 'slack', ({ slackDays }) => (slackDays === undefined ? '–' : `${slackDays} d`)],
  ['Papers', undefined, papers],
  [
    'Letters',
    undefined,
    // Those of the three that are promised or further along, as the plan counts them.
    ({ lettersIn, of }) => {
      const isMixed = lettersIn.some((mode) => mode === 'observer' || mode === 'research');
      return html`${of.outlook?.covered ?? lettersIn.length} of ${LETTERS_WANTED}${isMixed ? ` (${lettersByMode(lettersIn)})` : ''}`;
    },
  ],
  [
    'Turn',
    undefined,
    ({ waitingOn }) =>
      waitingOn.map((each) => PARTY_WORDS[each].replace(/^(the|an) /, '')).join(', ') || '–',
  ],
  [
    'Heard',
    'silence',
    ({ of }, { today }) => (of.activeOn ? `${daysBetween(of.activeOn, today)} d` : 'never'),
  ],
  [
    'Owner',
    undefined,
    ({ of }) => {
      const open = openCaseIn(of);
      if (!open) return '–';
      return html`<span title="${open.owner ?? ''}">${open.owner ?? 'no owner'}</span>`;
    },
  ],
];

/** A phone has room for the rotation and the day. */
const CLASSES: Readonly<Record<string, string>> = {
  Rotation: 'rotation',
  'Next day': 'next',
  Owner: 'desk owner',
};

function peopleTable(report: Report, role: Role): Html {
  return html`<table class="people"><caption>${captionOf(report)}</caption>
<thead><tr>${role === 'auditor' ? '' : html`<td></td>`}
${heading('Applicant', 'name', report)}${COLUMNS.map(([words, sort]) => heading(words, sort, report))}
${role === 'auditor' ? '' : html`<th scope="col">Contact</th>`}
<th scope="col">${sortLink('Why', 'risk', report)}</th></tr></thead>
<tbody>${report.shown.map((row) => personRow(row, report, role))}</tbody>
</table>`;
}

function captionOf({ rows, shown, page, pages }: Report): string {
  if (pages === 1) return counted(rows.length, 'applicant');
  return `${shown.length} of ${rows.length} applicants, page ${page} of ${pages}`;
}

function heading(words: string, sort: ReportQuery['sort'] | undefined, report: Report): Html {
  if (!sort) return html`<th scope="col">${words}</th>`;
  const isOn = report.query.sort === sort;
  return html`<th scope="col"${isOn ? html` aria-sort="ascending"` : ''}>${sortLink(words, sort, report)}</th>`;
}

function sortLink(words: string, sort: ReportQuery['sort'], report: Report): Html {
  const { cohort, query } = report;
  return html`<a href="${listPath(cohort.id, { ...query, sort, page: 1 })}">${words}${query.sort === sort ? ' ▾' : ''}</a>`;
}

function personRow(row: ReportRow, report: Report, role: Role): Html {
  const { of } = row;
  const { cohort, generatedAt } = report;
  return html`<tr>
${role === 'auditor' ? '' : html`<td>${tick(of)}</td>`}
<th scope="row">${planMark(row)} <a class="target" href="${cohortPaths(cohort.id).personAt(of.id)}">${of.name}</a></th>
${COLUMNS.map(([words, , cell]) => html`<td class="${CLASSES[words] ?? 'desk'}"><span class="phone">${words}: </span>${cell(row, report)}</td>`)}
${role === 'auditor' ? '' : html`<td>${contactLine(of, generatedAt)}</td>`}
<td class="reasons">${why(row)}</td>
</tr>
`;
}

/** A press opens every reason beside the line, which moves no other line. */
function why({ findings, of, step }: ReportRow): Html | string {
  if (findings.length === 0) return '';
  const { length } = findings;
  const lines = findings.map((each) => html`<li>${sentenceOf(each)}${dataLines(each)}</li>`);
  return html`<details class="why">
<summary>${length}<span class="unseen"> ${length === 1 ? 'reason' : 'reasons'}: ${of.name}</span></summary>
<ul class="list">${step ? html`<li class="quiet">${step.host}</li>` : ''}${lines}</ul></details>`;
}

/** A desk cuts a long host after one line; the reasons beside it name it whole. */
function rotationWords({ host, start, end }: NonNullable<ReportRow['step']>, today: Day): Html {
  return html`<span title="${host}">${start && end ? `${phraseNearDay(start, today)}, ` : ''}${host}</span>`;
}

/** Nearer days are clear without their year. */
const YEAR_UNCLEAR_DAYS = 330;

function nextDay({ next, daysToNext, of }: ReportRow, { today }: Report): Html | string {
  if (!of.outlook) return 'not checked yet';
  if (!next) return '–';
  const day = next.startBy ?? next.day;
  const isClear = Math.abs(daysBetween(today, day)) < YEAR_UNCLEAR_DAYS;
  const shown = isClear ? phraseShortDay(day) : phraseDay(day);
  const isPast = (daysToNext ?? 0) < 0;
  return html`<span title="${next.title}">${shown}${next.certainty === 'estimated' ? ' (est.)' : ''}</span>
${isPast && html`<span class="phone">${phraseDistance(today, day)}</span>`}`;
}

function papers({ documents: { cleared, pending, expiring } }: ReportRow): Html | string {
  if (cleared + pending + expiring === 0) return '–';
  return html`${cleared} of ${cleared + pending + expiring}
${
  expiring > 0 &&
  html`<span class="status late" title="${expiring} expiring">
<span aria-hidden="true">▲ ${expiring}</span><span class="unseen">${expiring} expiring</span></span>`
}`;
}

function rowsNav({ cohort, query }: Report): Html {
  const other = rowsOf(query) === 25 ? '50' : '25';
  const change = { ...query, rows: other, page: 1 } as const;
  const href = listPath(cohort.id, change);
  return html`<p class="screen${other === '50' ? ' more-rows' : ''}"><a class="target" href="${href}">${other} on a page</a></p>`;
}
