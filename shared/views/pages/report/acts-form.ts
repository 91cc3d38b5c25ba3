/** What is done about several applicants at once: the boxes of the lists and the table belong to this one form. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { actsPath, messagePath } from '#shared/base/links/report-paths.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { Act, CaseOwner } from '#shared/cohort/acts.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';

const FORM = 'acts';

export function tick({ id, name }: Pick<Summary, 'id' | 'name'>): Html {
  return html`<input type="checkbox" form="${FORM}" name="person" value="${id}" aria-label="Select ${name}">`;
}

const button = (act: Act, words: string): Html =>
  html`<button class="plain" name="act" value="${act}">${words}</button>`;

/** Stays at the bottom of the screen while its list is read. Enter in a field presses no button: which one would be a guess. */
export function actsForm(
  cohortId: string,
  query: string,
  team: readonly CaseOwner[],
  today: Day,
  updateId: string,
): Html {
  return html`<form id="${FORM}" class="acts card line screen" method="post" action="${actsPath(cohortId)}${query}" aria-label="Those you selected">
<input type="submit" disabled hidden><input type="hidden" name="update" value="${updateId}">
<span class="quiet">Selected:</span> ${button('take', 'Take')} <button class="plain" formmethod="get" formaction="${messagePath(cohortId)}" name="only" value="selected">Write</button>
<details><summary>Log a call</summary><label for="act-note">What was said</label><textarea id="act-note" name="note" rows="2" maxlength="500"></textarea>${button('call', 'Log the call')}</details>
<details><summary>Not at risk until …</summary><label for="act-until">Day</label><input id="act-until" type="date" name="until" min="${plusDays(today, 1)}">${button('hold', 'Save')}</details>
<details><summary>Assign</summary><label for="act-owner">To</label><select id="act-owner" name="ownerId">${team.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select>${button('assign', 'Assign')}</details>
</form>`;
}
