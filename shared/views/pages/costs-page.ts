/** `/a/<token>/costs`: the totals, and a table for each rotation. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import type { Fee } from '#shared/plan/costs/fees.ts';
import { type Account, ledgerOf } from '#shared/plan/costs/ledger.ts';
import { feesOnTop } from '#shared/plan/costs/rotation-costs.ts';
import type { StatedCost } from '#shared/plan/costs/stated.ts';
import type { Cost } from '#shared/plan/facts/cost.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { COST_WORDS, phraseUsd } from '#shared/words/cost-words.ts';
import { costForms, costFormsOf, newCostForm } from '../forms/cost-forms.ts';
import type { PageView } from './page-view.ts';
import { folder, personPage } from './person-page.ts';
import { sourceDetails } from './source.ts';
import { status } from './status.ts';

export function costsPage(view: PageView, problem?: Problem): string {
  const { facts } = view.applicant;
  const action = view.paths.costs;
  const folded = folder(view, action, problem);
  const { accounts, sums } = ledgerOf(facts, view.world);
  const row = (cost: Cost) => html`<tr>
<th scope="row">${COST_WORDS[cost.kind]}${cost.note ? html`<br><span class="quiet">${cost.note}</span>` : ''}</th>
<td>${phraseUsd(cost.amountUsd)}</td>
<td>${cost.state === 'paid' ? status('done', 'paid') : status('to-do', 'planned')}${cost.on ? `, ${phraseDay(cost.on)}` : ''}<br><span class="quiet">entered by you</span>
${costFormsOf(cost, facts).map((form) => folded(form))}</td>
</tr>`;
  return personPage(
    view,
    {
      title: 'Costs',
      action,
      forms: costForms(facts),
      body: html`<section aria-labelledby="sum"><h2 id="sum">Total: ${phraseUsd(sums.totalUsd)}</h2>
<p>${phraseUsd(sums.paidUsd)} paid, ${phraseUsd(sums.plannedUsd)} planned. Costs that you have not entered and no source states, such as housing, are not included.</p>
${folded(newCostForm(facts), accounts.length === 0)}
</section>
${accounts.map((account) => accountSection(account, row))}
${onTop(feesOnTop(facts.profile))}`,
    },
    problem,
  );
}

function accountSection(account: Account, row: (cost: Cost) => Html): Html {
  const { rotation, entered, stated, sums } = account;
  const id = `costs-${rotation?.id ?? 'season'}`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${rotation ? nameOf(rotation) : 'The whole season'}: ${phraseUsd(sums.totalUsd)}</h2>
<table><caption>${phraseUsd(sums.paidUsd)} paid, ${phraseUsd(sums.plannedUsd)} planned</caption>
<thead><tr><th scope="col">Item</th><th scope="col">Amount</th><th scope="col">Status</th></tr></thead>
<tbody>${entered.map(row)}${stated.map(statedRow)}</tbody></table></section>
`;
}

function onTop(fees: readonly Fee[]): Html {
  return html`<section aria-labelledby="on-top"><h2 id="on-top">Fees that some applicants pay on top</h2>
<p>They are in no total: whether and how often they are due depends on you.</p>
<ul class="list">${fees.map(
    ({
      label,
      usd,
      per,
      note,
      source = '',
      checkedOn,
      certainty = 'secondary',
    }) => html`<li>${label}: ${phraseUsd(usd)}${per ? ` for each ${per}` : ''}${note ? html`<br><span class="quiet">${note}</span>` : ''}
${sourceDetails({ source, certainty, ...(checkedOn && { checkedOn }) }, 'amount')}</li>
`,
  )}</ul></section>`;
}

function statedRow({ label, amountUsd, provenance }: StatedCost): Html {
  return html`<tr>
<th scope="row">${label}</th>
<td>${phraseUsd(amountUsd)}</td>
<td>${status('to-do', 'planned')}
${sourceDetails(provenance, 'amount')}</td>
</tr>`;
}
