/** Whom to call today, what is new, what is lost, and which hosts to check: on the first screen, and on a meeting's printed page. */
import { type Html, html } from '#shared/base/html.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { capital, counted } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Call } from '#shared/cohort/report/call.ts';
import { type Filters, listPath, narrowed } from '#shared/cohort/report/filters.ts';
import { firstScreenOf, type HostToCheck } from '#shared/cohort/report/first-screen.ts';
import { onlyNarrows } from '#shared/cohort/report/matches.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import type { ReportRow } from '#shared/cohort/report/row.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import type { Role } from '#shared/people/advisor/advisor.ts';
import { openCaseIn } from '#shared/people/outlook/summary.ts';
import { type Body, bullets, fold, link, list, section } from '../../components.ts';
import { contactLine, tick } from './acts-form.ts';
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
  const lost = cannotBeSaved
    .slice(0, SHOWN_MAX)
    .map(
      ({ row, first, more }) =>
        html`${who(row, report)}: ${sentenceOf(first)}${more > 0 && ` And ${counted(more, 'other loss', 'other losses')}.`}`,
    );
  const allLost = countedList(report, { risk: 'cannot-be-saved' });
  const hosts = firstSome(
    hostsToCheck,
    HOSTS_MAX,
    (host) => html`${link(listOf(report, { site: host.host }), host.host)}: ${checkWords(host)}`,
  );
  const folded = (summary: string, body: Body) => fold(summary, body, undefined, isOpen);
  return section(
    'call',
    `Call today (${callToday.length})`,
    html`${
      callToday.length === 0
        ? html`<p>${NOTHING_LOST}</p>`
        : html`<ol class="list calls">${shown.map(({ row, call }) => callItem(row, call, report, role))}</ol>`
    }
${!isOpen && callToday.length > PHONE_MAX && html`<p class="calls-all">${link(listOf(report, { call: 'today' }), `Show all ${callToday.length}`)}</p>`}
<div class="line folds">${folded(
      `Since ${phraseShortDay(monday)}: ${newlyRed.length} newly red, ${newlyLost.length} with a loss`,
      list([
        html`${linkedCount(report, { risk: 'red', since: monday }, 'Newly red')}: ${names(newlyRed, report)}`,
        html`${linkedCount(report, { losses: monday }, 'Lost')}: ${names(newlyLost, report)}`,
      ]),
    )}
${folded(
  `Cannot be saved (${cannotBeSaved.length})`,
  html`${list(lost) || html`<p>Nothing is lost for good.</p>`}
${cannotBeSaved.length > SHOWN_MAX && allLost && html`<p>${link(allLost, `All ${cannotBeSaved.length}`)}</p>`}`,
)}
${folded(
  `Host dates to check (${counted(hostsToCheck.length, 'host')})`,
  list(hosts) || html`<p>Every host’s dates were checked in the last 90 days.</p>`,
)}</div>`,
  );
}

const NOTHING_LOST = 'Nothing that can still be saved is about to be lost.';

function callItem(row: ReportRow, call: Call, report: Report, role: Role): Html {
  const { of } = row;
  const { today, generatedAt } = report;
  const { reason, action } = call.words();
  const isAuditor = role === 'auditor';
  return html`<li>${isAuditor ? '' : tick(of)}<span>${who(row, report)}</span>
<span>${reason}. <span class="quiet">${capital(action)}.</span>${lostWords(call, today)}${caseWords(row)}</span>
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

/** The first lines, and how many more there are. */
function firstSome<Row>(
  rows: readonly Row[],
  max: number,
  line: (row: Row) => Html,
): readonly Body[] {
  const more = rows.length - max;
  return [...rows.slice(0, max).map(line), ...(more > 0 ? [`and ${more} more`] : [])];
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
  return link(cohortPaths(cohort.id).personAt(of.id), html`<strong>${of.name}</strong>`);
}

function lostWords({ lostOn }: Call, today: Day): Html | string {
  return lostOn ? html` <strong>Lost ${phraseDistance(today, lostOn)}.</strong>` : '';
}

function caseWords({ of }: ReportRow): Html | string {
  const open = openCaseIn(of);
  return open ? html` <span class="quiet">Case: ${open.owner ?? 'no owner'}.</span>` : '';
}

export function listOf({ cohort, query }: Report, filters: Filters): string {
  return listPath(cohort.id, narrowed(query, filters));
}

/** Undefined where a filter in force keeps an address from listing just those whom a number counts. */
export function countedList(report: Report, filters: Filters): string | undefined {
  return onlyNarrows(report.query.filters, filters) ? listOf(report, filters) : undefined;
}

/** Words with a number, linked where there is a list of just those. */
export function linkedCount(report: Report, filters: Filters, words: Html | string): Html {
  const href = countedList(report, filters);
  return href ? link(href, words) : html`<span class="target">${words}</span>`;
}

const CALLS_MAX = 10;
const FOLLOW_UPS_MAX = 8;
const LOST_MAX = 4;

/** One printed page for the weekly meeting: each list is cut where the page would end, and says how many more there are. */
export function meeting(report: Report): Html {
  const { today } = report;
  const { callToday, sinceMonday, cannotBeSaved, followUps, unowned } = firstScreenOf(report);
  const { monday, newlyRed, newlyLost } = sinceMonday;
  const part = (title: string, count: number, filters: Filters, body: () => Body) => {
    if (count === 0) return '';
    const href = countedList(report, filters);
    const heading = `${title} (${count})`;
    return html`<h2>${href ? html`<a href="${href}">${heading}</a>` : heading}</h2>${body()}`;
  };
  const some = <Row>(rows: readonly Row[], max: number, line: (row: Row) => Html) =>
    bullets(firstSome(rows, max, line));
  return html`<section class="meeting" aria-label="For the meeting"><p>${phraseDay(today)}</p>
${callToday.length === 0 ? html`<p>${NOTHING_LOST}</p>` : ''}
${part('Call today', callToday.length, { call: 'today' }, () =>
  some(callToday, CALLS_MAX, ({ row, call }) => {
    const { reason, action } = call.words();
    return html`${who(row, report)}: ${reason}. ${capital(action)}.${lostWords(call, today)}${caseWords(row)}`;
  }),
)}
${part(`Newly red since ${phraseShortDay(monday)}`, newlyRed.length, { risk: 'red', since: monday }, () => html`<p>${names(newlyRed, report)}</p>`)}
${part(`With a loss since ${phraseShortDay(monday)}`, newlyLost.length, { losses: monday }, () => html`<p>${names(newlyLost, report)}</p>`)}
${part('Follow-ups due', followUps.length, { case: 'follow-up' }, () =>
  some(followUps, FOLLOW_UPS_MAX, (row) => {
    const { followUpOn = today, note } = row.of.case ?? {};
    return html`${who(row, report)}, ${phraseShortDay(followUpOn)}${note ? `: ${note.replace(/\.$/, '')}` : ''}.${caseWords(row)}`;
  }),
)}
${part('Cases without an owner', unowned.length, { case: 'unowned' }, () => html`<p>${names(unowned, report)}</p>`)}
${part('Cannot be saved', cannotBeSaved.length, { risk: 'cannot-be-saved' }, () =>
  some(
    cannotBeSaved,
    LOST_MAX,
    ({ row, first }) => html`${who(row, report)}: ${sentenceOf(first)}`,
  ),
)}
</section>`;
}
