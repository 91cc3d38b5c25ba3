/** The plan: the next action first, then the rest in the order applicants ask for it. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { ledgerOf } from '#shared/plan/costs/ledger.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { lettersOf } from '#shared/plan/letters/placed.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { phraseUsd } from '#shared/words/plan-words.ts';
import { problemSummary } from '../forms/form.ts';
import { planForms } from '../forms/plan-forms.ts';
import { page } from './layout.ts';
import { letterLine, letterPlanWords } from './letters/letter-lines.ts';
import { type PageView, receipt, undoForm } from './person-page.ts';
import { documentsTable } from './plan/documents-table.ts';
import { emailTables } from './plan/email-tables.ts';
import { findingsSection } from './plan/findings.ts';
import { nextAction } from './plan/next-action.ts';
import { preferences } from './plan/preferences.ts';
import { owed, rotationBoard } from './plan/rotation-board.ts';
import { seasonTable } from './plan/season-table.ts';
import { possibleOccasions } from './rotation-words.ts';

/** @param problem the form that was refused, if any */
export function planPage(view: PageView, problem?: Problem): string {
  const { facts } = view.applicant;
  const occasions = possibleOccasions(view);
  const forms = planForms(facts);
  const recorded = receipt(view, view.paths.plan);
  return page(
    problem ? 'Nothing was changed' : 'Your plan',
    html`<h1>${facts.profile.name}: your rotation plan</h1>
${problemSummary(problem, forms)}
${recorded}
${nextAction(view, occasions)}
${owed(view)}
${seasonTable(view)}
${rotationBoard(view, occasions)}
${findingsSection(view)}
${documentsTable(view)}
${lettersList(view)}
${costsSection(view)}
${emailTables(view)}
${calendarSection(view)}
${preferences(view, problem)}
${leaving(view)}
${recorded === '' ? undoForm(view, view.paths.plan) : ''}
`,
  );
}

function lettersList(view: PageView): Html {
  const letters = lettersOf(view.applicant.facts);
  return html`<section aria-labelledby="letters"><h2 id="letters">Letters of recommendation (LoR)</h2>
${letterPlanWords(view)}
${letters.length > 0 ? html`<ul class="list">${letters.map((placed) => html`<li>${letterLine(view, placed)}</li>`)}</ul>` : ''}
<p><a class="target" href="${view.paths.rotation(OWN_LETTERS)}">Other letters, and what your writers receive</a></p></section>`;
}

function costsSection({ applicant, world, paths }: PageView): Html {
  const { accounts, sums } = ledgerOf(applicant.facts, world);
  return html`<section aria-labelledby="costs"><h2 id="costs">Costs: ${phraseUsd(sums.totalUsd)}</h2>
${
  accounts.length > 0
    ? html`<p>${phraseUsd(sums.paidUsd)} paid, ${phraseUsd(sums.plannedUsd)} planned.</p>
<ul class="list">${accounts.map(
        ({ rotation, stated, sums: own }) =>
          html`<li>${rotation ? nameOf(rotation) : 'The whole season'}:
${phraseUsd(own.totalUsd)}${stated.length > 0 ? html` <span class="quiet">including published fees</span>` : ''}</li>`,
      )}</ul>`
    : html`<p>You have not entered any costs yet.</p>`
}
<p><a class="target" href="${paths.costs}">See all costs</a></p>
</section>`;
}

function calendarSection({ feedUrl, paths }: PageView): Html {
  return html`<section aria-labelledby="calendar"><h2 id="calendar">In your own calendar</h2>
${feedUrl ? feedOn(feedUrl, paths.feed) : feedOff(paths.feed)}
</section>`;
}

function feedOff(action: string): Html {
  return html`<p>Your calendar app can show the dates of this plan and keep them up to date. It uses a secret address.
Anyone who has the address can see your dates, but nothing else.</p>
${button(action, 'renew', 'Create a calendar address')}`;
}

function feedOn(feedUrl: string, action: string): Html {
  return html`<p>In your calendar app, choose “Subscribe by URL” or “From the internet” and paste this address.
It shows deadlines, season dates, and rotations, and marks estimates.</p>
<p><label for="feed">Secret calendar address</label><br><input id="feed" type="text" readonly value="${feedUrl}"></p>
<p><a class="target" href="${feedUrl}">Open the calendar file</a></p>
<p class="quiet">Anyone who has the address can see your dates. If someone else gets it, create a new one. The old one stops working at once.</p>
${button(action, 'renew', 'Create a new address')}
<p class="quiet">Or remove these dates from every calendar:</p>
${button(action, 'stop', 'Turn off the calendar')}`;
}

function button(action: string, act: 'renew' | 'stop', label: string): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="act"
value="${act}"><button${act === 'stop' ? html` class="plain"` : ''}>${label}</button></form>`;
}

function leaving({ paths }: PageView): Html {
  return html`<section aria-labelledby="yours"><h2 id="yours">Your data</h2>
<p><a class="target" href="${paths.takeAway}">Download everything</a><br>
<a class="target" href="${paths.erase}">Delete my plan</a></p>
<p>Did a link get into other hands? End all links and the calendar address. We will email you a new link.</p>
<form method="post" action="${paths.endLinks}"><button class="plain">End all my links</button></form>
</section>`;
}
