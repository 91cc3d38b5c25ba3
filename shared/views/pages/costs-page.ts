/** `/a/<token>/costs`: the totals, and a table for each rotation. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Field, Form, Problem } from '#shared/exchange/fields/field.ts';
import { type Account, ledgerOf, type StatedCost } from '#shared/plan/costs/ledger.ts';
import { type Fee, feesOnTop } from '#shared/plan/costs/rotation-costs.ts';
import { COST_KINDS, type Cost } from '#shared/plan/facts/cost.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { COST_WORDS, phraseUsd } from '#shared/words/plan-words.ts';
import { fieldsOf } from '../forms/event-form.ts';
import { folder, type PageView, personPage } from './person-page.ts';
import { status } from './status.ts';
import { sourceDetails } from './when.ts';

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

function costForms(facts: Facts): Form[] {
  return [newCostForm(facts), ...(facts.costs ?? []).flatMap((cost) => costFormsOf(cost, facts))];
}

function newCostForm(facts: Facts): Form {
  return {
    key: 'cost-entered',
    type: 'cost-entered',
    title: 'Add a cost',
    text: 'In whole US dollars. Totals update at once.',
    fields: fieldsFor(facts),
    hidden: {},
    values: { 'cost.state': 'planned' },
    button: 'Add the cost',
  };
}

function costFormsOf(cost: Cost, facts: Facts): Form[] {
  const { id: costId, rotationId = '', kind, amountUsd, state, on = '', note = '' } = cost;
  const what = `${COST_WORDS[kind]}, ${phraseUsd(amountUsd)}`;
  return [
    {
      key: `cost-entered.${costId}`,
      type: 'cost-entered',
      title: `Edit: ${what}`,
      text: 'For example, after you pay it.',
      fields: fieldsFor(facts),
      hidden: { costId },
      values: {
        'cost.rotationId': rotationId,
        'cost.kind': kind,
        'cost.amountUsd': String(amountUsd),
        'cost.state': state,
        'cost.on': on,
        'cost.note': note,
      },
      button: 'Save the cost',
    },
    {
      key: `cost-removed.${costId}`,
      type: 'cost-removed',
      title: `Remove: ${what}`,
      text: 'You can undo this for 24 hours.',
      fields: [],
      hidden: { costId },
      values: {},
      button: 'Remove the cost',
    },
  ];
}

function fieldsFor({ rotations }: Facts): Field[] {
  const changes = {
    'cost.rotationId': {
      kind: 'choice',
      none: 'The whole season',
      choices: rotations.map((rotation) => ({ value: rotation.id, label: nameOf(rotation) })),
    },
    'cost.kind': {
      choices: COST_KINDS.map((kind) => ({ value: kind, label: COST_WORDS[kind] })),
    },
    'cost.state': {
      choices: [
        { value: 'planned', label: 'Planned' },
        { value: 'paid', label: 'Paid' },
      ],
    },
  } as const;
  return fieldsOf('cost-entered', changes, ['costId']);
}
