/** The reader's costs, emails, wishes, and data. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { ledgerOf } from '#shared/plan/costs/ledger.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { phraseUsd } from '#shared/words/plan-words.ts';
import { button, link, list, section } from '../components.ts';
import { planForms } from '../forms/plan-forms.ts';
import { type PageView, personPage } from './person-page.ts';
import { emailTables } from './plan/email-tables.ts';
import { preferences } from './plan/preferences.ts';

/** @param problem the form that was refused, if any */
export function youPage(view: PageView, problem?: Problem): string {
  return personPage(
    view,
    {
      title: 'You and your emails',
      here: 'You',
      action: view.paths.you,
      forms: planForms(view.applicant.facts),
      body: html`${preferences(view, problem)}
${costsSection(view)}
${emailTables(view)}
${section('experience', 'What you did', html`<p>${link(view.paths.experience, 'For ERAS, CV, and interviews')}</p>`)}
${leaving(view)}`,
    },
    problem,
  );
}

function costsSection({ applicant, world, paths }: PageView): Html {
  const { accounts, sums } = ledgerOf(applicant.facts, world);
  return section(
    'costs',
    `Costs: ${phraseUsd(sums.totalUsd)}`,
    html`${accounts.length > 0 ? html`<p>${phraseUsd(sums.paidUsd)} paid, ${phraseUsd(sums.plannedUsd)} planned.</p>` : html`<p>You have not entered any costs yet.</p>`}
${list(
  accounts.map(
    ({ rotation, stated, sums: own }) =>
      html`${rotation ? nameOf(rotation) : 'The whole season'}: ${phraseUsd(own.totalUsd)}${stated.length > 0 ? html` <span class="quiet">including published fees</span>` : ''}`,
  ),
)}
<p>${link(paths.costs, 'See all costs')}</p>`,
  );
}

function leaving({ paths }: PageView): Html {
  return section(
    'yours',
    'Your data',
    html`<p>${link(paths.takeAway, 'Download everything')}<br>
${link(paths.erase, 'Delete my plan')}</p>
<p>Did a link get into other hands? End all links and the calendar address. We will email you a new link.</p>
${button({ action: paths.endLinks, label: 'End all my links', isPlain: true })}`,
  );
}
