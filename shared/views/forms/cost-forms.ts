/** The forms of the ledger. */

import type { Field, Form } from '#shared/exchange/fields/field.ts';
import { COST_KINDS, type Cost } from '#shared/plan/facts/cost.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { COST_WORDS, phraseUsd } from '#shared/words/cost-words.ts';
import { fieldsOf } from './event-form.ts';

/** One to enter a cost, and two for each that is entered. */
export function costForms(facts: Facts): Form[] {
  return [newCostForm(facts), ...(facts.costs ?? []).flatMap((cost) => costFormsOf(cost, facts))];
}

/** A cost that somebody enters. */
export function newCostForm(facts: Facts): Form {
  return {
    key: 'cost-entered',
    type: 'cost-entered',
    title: 'Enter a cost',
    says: 'Whole US dollars. Sums follow at once.',
    fields: fieldsFor(facts),
    hidden: {},
    values: { 'cost.state': 'planned' },
    button: 'Enter the cost',
  };
}

/** To correct one, and to take it out. */
export function costFormsOf(cost: Cost, facts: Facts): Form[] {
  const { id: costId, rotationId = '', kind, amountUsd, state, on = '', note = '' } = cost;
  const what = `${COST_WORDS[kind]}, ${phraseUsd(amountUsd)}`;
  return [
    {
      key: `cost-entered.${costId}`,
      type: 'cost-entered',
      title: `Correct: ${what}`,
      says: 'For example once it is paid.',
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
      title: `Take out: ${what}`,
      says: 'You can undo it for 24 hours.',
      fields: [],
      hidden: { costId },
      values: {},
      button: 'Take the cost out',
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
