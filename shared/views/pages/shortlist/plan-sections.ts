/** The proposed plans: months, backups, latest safe days, cost, check results, and what-ifs. */
import { type Html, html } from '#shared/base/html.ts';
import { capital, counted } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { type Estimate, totalWords } from '#shared/plan/costs/estimate.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import type { Outcome, WhatIf } from '#shared/shortlist/outcome.ts';
import type { PlannedStay, Proposal, Proposals } from '#shared/shortlist/propose.ts';
import { certaintyWords, phraseSource } from '#shared/world/provenance.ts';
import { bullets, fold, table } from '../../components.ts';
import { MODE_WORDS, ROUTE_WORDS } from '../../forms/choices.ts';
import { monthName } from './query-fields.ts';

type Keep = ((rotation: Rotation) => Html) | undefined;

/** Whole plans, best first, or the reason why there are none. */
export function planSections({ plans, none, unreached, leftOut }: Proposals, keep: Keep): Html {
  return html`<section aria-labelledby="plans"><h2 id="plans">Whole plans</h2>
${bullets(unreached)}
${none ? html`<p>${none}</p>` : html`<p>Every way to fill your months with the first places of your list was compared. Equal plans are shown once.</p>`}
${leftOut.length > 0 && fold(`Why other places are not in a plan (${leftOut.length})`, bullets(leftOut.map(({ name, why }) => `${name}: ${why}`)))}
${plans.length > 0 ? fold('The plans, month by month', monthsTable(plans), 'rest') : ''}
</section>
<div class="plans">${plans.map((plan) => planSection(plan, keep))}</div>`;
}

/** All plans on one picture: a row a plan, a column a month. */
function monthsTable(plans: readonly Proposal[]): Html {
  const months = [
    ...new Set(plans.flatMap(({ stays }) => stays.map(({ month }) => month))),
  ].toSorted();
  return table(
    '',
    ['Plan', ...months.map(monthName)],
    plans.map(({ title, stays }) => [
      title,
      ...months.map(
        (month) => stays.find((stay) => stay.month === month)?.rotation.host.name ?? '–',
      ),
    ]),
  );
}

function planSection(plan: Proposal, keep: Keep): Html {
  const { aim, title, stays, total, isSound, findings, costs, whatIf } = plan;
  const [first] = stays
    .flatMap(({ steps }) => steps.slice(0, 1))
    .toSorted((a, b) => (a.doneBy < b.doneBy ? -1 : 1));
  return html`<section aria-labelledby="plan-${aim}"><h2 id="plan-${aim}">${title}</h2>
<p>${counted(stays.length, 'month')}, cost ${totalWords(total)}.
Letters that can be there when programs begin to review: ${whatIf[0]?.before.lettersByMode || 'none'}.
${isSound ? 'The plan check found no problems.' : 'The plan check found problems.'}</p>
${first ? html`<p>First: ${first.title} by <span class="when">${phraseDay(first.doneBy)}</span></p>` : ''}
<details><summary>Every month, its steps, and its costs</summary><ol class="list">${stays.map((stay) => html`<li>${stayMarkup(stay, keep)}</li>`)}</ol>
${
  findings.length > 0 &&
  fold(
    `What the plan check found (${findings.length})`,
    bullets(
      findings.map(
        ({ text, fix, source }) => html`${text} ${fix} <span class="hint">Source: ${source}</span>`,
      ),
    ),
  )
}
${fold(`What it costs: ${totalWords(total)}`, costTable(costs, stays))}
${fold('What if one thing changes', whatIf.map(whatIfTable))}</details>
</section>`;
}

function stayMarkup({ rotation, path, doubts, steps, backup }: PlannedStay, keep: Keep): Html {
  const { dates, mode, route } = rotation;
  const [first] = steps;
  const [question, ...others] = doubts;
  const when = dates ? `${phraseDay(dates.start)} to ${phraseDay(dates.end)}` : '';
  return html`<h3><a href="${path}">${nameOf(rotation)}</a></h3>
<p><span class="when">${when}</span></p>
${first ? html`<p>First: ${first.title} by <span class="when">${phraseDay(first.doneBy)}</span></p>` : ''}
<details><summary>Every step, in order (${steps.length})</summary><p>${MODE_WORDS[mode]} · ${ROUTE_WORDS[route]}</p>
<p>${backup ? html`Backup: <a class="target" href="${backup.path}">${backup.name}</a>` : 'No other place on your list would be as safe in this month.'}</p><ul>${steps.map(
    ({ title, doneBy, source, certainty }) =>
      html`<li>${capital(title)} by <span class="when">${phraseDay(doneBy)}</span> <span class="hint">${certaintyWords(certainty, 'applicant')}: ${source}</span></li>
`,
  )}</ul></details>
${question ? html`<p>Find out first: ${question}</p>` : ''}
${others.length > 0 ? fold(`More to ask (${others.length})`, bullets(others)) : ''}
${keep ? keep(rotation) : ''}`;
}

function costTable(costs: readonly Estimate[], stays: readonly PlannedStay[]): Html {
  const nameFor = (id: string | undefined) =>
    stays.find(({ rotation }) => rotation.id === id)?.rotation.host.name ?? 'Once';
  return table(
    '',
    ['What', 'US dollars', 'For', 'Source'],
    costs.map((cost) => [
      cost.label,
      cost.usd === undefined ? 'not known' : cost.usd.toLocaleString('en-US'),
      nameFor(cost.rotationId),
      html`<span class="hint">${sourceOf(cost)}</span>`,
    ]),
  );
}

function sourceOf({ source, checkedOn, certainty }: Estimate): string {
  if (!source) return 'enter it or ask';
  const words = phraseSource({ source, ...(checkedOn && { checkedOn }) });
  return certainty ? `${certaintyWords(certainty, 'applicant')}: ${words}` : words;
}

export function whatIfTable({ title, before, after }: WhatIf): Html {
  const rows: readonly (readonly [string, (of: Outcome) => string])[] = [
    [
      'Months',
      ({ rotations }) =>
        rotations.map(({ name, start }) => `${name} from ${phraseDay(start)}`).join('; '),
    ],
    [
      'Too late',
      ({ missed }) =>
        missed
          .map(({ name, title, byDays }) => `${name}: ${title} (${counted(byDays, 'day')} late)`)
          .join('; ') || 'none',
    ],
    [
      'Next latest safe day',
      ({ nextSafeDay }) => (nextSafeDay ? phraseDay(nextSafeDay) : 'none ahead'),
    ],
    ['Letters in time', ({ lettersByMode }) => lettersByMode || 'none'],
    ['Cost', ({ cost }) => totalWords(cost)],
    [
      'Risk',
      ({ warnings, advice }) =>
        `${counted(warnings, 'warning')}, ${counted(advice, 'piece', 'pieces')} of advice`,
    ],
  ];
  return table(
    title,
    ['What', 'As planned', 'Then'],
    rows.map(([name, words]) => [name, words(before), words(after)]),
  );
}
