/** `/a/<token>/costs`: the totals, and a table for each rotation. */
import { type Html, html } from '#shared/base/html.ts';
import { phraseUsd } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Field, Form, Problem } from '#shared/exchange/fields/field.ts';
import { type Account, ledgerOf, type StatedCost } from '#shared/plan/costs/ledger.ts';
import { type Fee, feesOnTop } from '#shared/plan/costs/rotation-costs.ts';
import { COST_KINDS, type Cost } from '#shared/plan/facts/cost.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { COST_WORDS } from '#shared/words/plan-words.ts';
import { type Body, columns, list, section, table } from '../components.ts';
import { fieldsOf, formOfType } from '../forms/form.ts';
import { formsOn, type PageView, personPage } from './person-page.ts';
import { sourceDetails, status } from './status.ts';

export function costsPage(view: PageView, problem?: Problem): string {
  const { facts } = view.applicant;
  const forms = formsOn(view, view.paths.costs, problem);
  const { accounts, sums } = ledgerOf(facts, view.world);
  const row = (cost: Cost): Body[] => [
    html`${COST_WORDS[cost.kind]}${cost.note ? html`<br><span class="quiet">${cost.note}</span>` : ''}`,
    phraseUsd(cost.amountUsd),
    html`${cost.state === 'paid' ? status('done', 'paid') : status('to-do', 'planned')}${cost.on ? `, ${phraseDay(cost.on)}` : ''}
<br><span class="quiet">entered by you</span>
${costFormsOf(cost, facts).map((form) => forms.folded(form))}`,
  ];
  return personPage(
    view,
    {
      title: 'Costs',
      body: columns(
        accounts.map((account) => accountSection(account, row)),
        html`${section(
          'sum',
          `Total: ${phraseUsd(sums.totalUsd)}`,
          html`<p>${phraseUsd(sums.paidUsd)} paid, ${phraseUsd(sums.plannedUsd)} planned.
Costs that you have not entered and no source states, such as housing, are not included.</p>
${forms.folded(newCostForm(facts), accounts.length === 0)}`,
        )}
${onTop(feesOnTop(facts.profile))}`,
        true,
      ),
    },
    forms,
  );
}

function accountSection(account: Account, row: (cost: Cost) => Body[]): Html {
  const { rotation, entered, stated, sums } = account;
  return section(
    `costs-${rotation?.id ?? 'season'}`,
    `${rotation ? nameOf(rotation) : 'The whole season'}: ${phraseUsd(sums.totalUsd)}`,
    table(
      `${phraseUsd(sums.paidUsd)} paid, ${phraseUsd(sums.plannedUsd)} planned`,
      ['Item', 'Amount', 'Status'],
      [...entered.map(row), ...stated.map(statedRow)],
    ),
  );
}

function onTop(fees: readonly Fee[]): Html {
  const line = ({
    label,
    usd,
    per,
    note,
    source = '',
    checkedOn,
    certainty,
  }: Fee) => html`${label}: ${phraseUsd(usd)}${per ? ` for each ${per}` : ''}${note ? html`<br><span class="quiet">${note}</span>` : ''}
${sourceDetails({ source, certainty: certainty ?? 'secondary', ...(checkedOn && { checkedOn }) }, 'amount')}`;
  return section(
    'on-top',
    'Additional fees that some applicants pay',
    html`<p>They are not in any total: whether and how often they are due depends on you.</p>
${list(fees.map(line))}`,
  );
}

function statedRow(cost: StatedCost): Body[] {
  const state = html`${status('to-do', 'planned')}
${sourceDetails(cost, 'amount')}`;
  return [cost.label, phraseUsd(cost.usd), state];
}

function newCostForm(facts: Facts): Form {
  return formOfType('cost-entered', {
    title: 'Add a cost',
    text: 'In whole US dollars. Totals update at once.',
    fields: fieldsFor(facts),
    values: { 'cost.state': 'planned' },
    button: 'Add the cost',
  });
}

function costFormsOf(cost: Cost, facts: Facts): Form[] {
  const { id: costId, rotationId = '', kind, amountUsd, state, on = '', note = '' } = cost;
  const what = `${COST_WORDS[kind]}, ${phraseUsd(amountUsd)}`;
  return [
    formOfType('cost-entered', {
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
    }),
    formOfType('cost-removed', {
      title: `Remove: ${what}`,
      text: 'You can undo this for 24 hours.',
      hidden: { costId },
      button: 'Remove the cost',
    }),
  ];
}

function fieldsFor({ rotations }: Facts): Field[] {
  const changes = {
    'cost.rotationId': {
      kind: 'choice',
      none: 'The whole season',
      choices: rotations.map((rotation) => ({ value: rotation.id, label: nameOf(rotation) })),
    },
    'cost.kind': { choices: COST_KINDS.map((kind) => ({ value: kind, label: COST_WORDS[kind] })) },
    'cost.state': {
      choices: [
        { value: 'planned', label: 'Planned' },
        { value: 'paid', label: 'Paid' },
      ],
    },
  } as const;
  return fieldsOf('cost-entered', changes, ['costId']);
}
