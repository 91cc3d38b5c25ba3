/** One printed page for the weekly meeting. Each list is cut where the page would end, and says how many more there are. */

import { type Html, html } from '#shared/base/html.ts';
import { capital } from '#shared/base/sentence.ts';
import { phraseDay, phraseDistance, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Filters } from '#shared/cohort/report/filters.ts';
import { firstScreenOf } from '#shared/cohort/report/first-screen.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import { caseWords, listOf, names, who } from './first-screen.ts';

const CALLS_MAX = 10;
const FOLLOW_UPS_MAX = 8;
const LOST_MAX = 4;

export function meeting(report: Report): Html {
  const { today } = report;
  const { callToday, sinceMonday, cannotBeSaved, followUps, unowned } = firstScreenOf(report);
  const { monday, newlyRed, newlyLost } = sinceMonday;
  const part = (heading: string, count: number, filters: Filters, body: () => Html) =>
    count === 0
      ? ''
      : html`<h2><a href="${listOf(report, filters)}">${heading} (${count})</a></h2>${body()}`;
  const some = <Row>(rows: readonly Row[], max: number, line: (row: Row) => Html) =>
    html`<ul>${rows.slice(0, max).map((row) => html`<li>${line(row)}</li>`)}${rows.length > max ? html`<li>and ${rows.length - max} more</li>` : ''}</ul>`;
  return html`<section class="meeting" aria-label="For the meeting"><p>${phraseDay(today)}</p>
${callToday.length === 0 ? html`<p>Nothing that can still be saved is about to be lost.</p>` : ''}
${part('Call today', callToday.length, { call: 'today' }, () =>
  some(callToday, CALLS_MAX, ({ row, call }) => {
    const { reason, action } = call.words();
    return html`${who(row, report)}: ${reason}. ${capital(action)}.${call.lostOn ? html` <strong>Lost ${phraseDistance(today, call.lostOn)}.</strong>` : ''}${caseWords(row)}`;
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
