/** Costs on the plan: the totals, a line for each rotation, and a link to all costs. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { ledgerOf } from '#shared/plan/costs/ledger.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { phraseUsd } from '#shared/words/cost-words.ts';
import type { PageView } from '../page-view.ts';

export function costsSection({ applicant, world, paths }: PageView): Html {
  const { accounts, sums } = ledgerOf(applicant.facts, world);
  return html`<section aria-labelledby="costs"><h2 id="costs">Costs: ${phraseUsd(sums.totalUsd)}</h2>
${
  accounts.length > 0
    ? html`<p>${phraseUsd(sums.paidUsd)} paid, ${phraseUsd(sums.plannedUsd)} planned.</p>
<ul class="list">${accounts.map(
        ({ rotation, stated, sums: own }) =>
          html`<li>${rotation ? nameOf(rotation) : 'The whole season'}: ${phraseUsd(own.totalUsd)}${stated.length > 0 ? html` <span class="quiet">including published fees</span>` : ''}</li>`,
      )}</ul>`
    : html`<p>You have not entered any costs yet.</p>`
}
<p><a class="target" href="${paths.costs}">See all costs</a></p>
</section>`;
}
