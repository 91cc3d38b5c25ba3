/** The forms that add, edit, and remove costs. */

import type { Field, Form } from '#shared/exchange/fields/field.ts';
import { COST_KINDS, type Cost } from '#shared/plan/facts/cost.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { COST_WORDS, phraseUsd } from '#shared/words/cost-words.ts';
import { fieldsOf } from './event-form.ts';

export function costForms(facts: Facts): Form[] {
  return [newCostForm(facts), ...(facts.costs ?? []).flatMap((cost) => costFormsOf(cost, facts))];
}

export function newCostForm(facts: Facts): Form {
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

export function costFormsOf(cost: Cost, facts: Facts): Form[] {
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
