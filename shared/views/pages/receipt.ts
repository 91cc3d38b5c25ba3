/** What an accepted update recorded, and the button that undoes it. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseLocal } from '#shared/base/time/phrase.ts';
import { canUndo } from '#shared/people/applicant/accept.ts';
import { historyWords } from '#shared/people/applicant/history-words.ts';
import { type PageView, tiesOf } from './page-view.ts';

/** Shown after a POST, from the stored item. Empty for an update that this applicant never made. */
export function receipt(view: PageView, action: string): Html | string {
  const { applicant } = view;
  const update = applicant.accepted.find(({ id }) => id === view.done);
  const entry = applicant.history.find(({ id }) => id === view.done);
  if (!update || !entry) return '';
  if (update.takenBack) {
    return html`<div class="done" role="status">
<p><span class="status to-do"><span aria-hidden="true">○</span> Undone:</span> ${historyWords(entry)}. It was recorded and then undone.</p>
</div>`;
  }
  return html`<div class="done" role="status">
<p><span class="status done"><span aria-hidden="true">●</span> Recorded:</span> ${historyWords(entry)}, ${phraseLocal(update.at, applicant.facts.profile.zone)}.</p>
${applicant.undo?.updateId === update.id ? undoForm(view, action) : ''}
</div>`;
}

export function undoForm(view: PageView, action: string): Html | string {
  if (!canUndo(view.applicant, view.now)) return '';
  const ties = tiesOf(view, action);
  return html`<form method="post" action="${action}">
<input type="hidden" name="update" value="${ties.updateId}">
<input type="hidden" name="revision" value="${ties.revision}">
<input type="hidden" name="type" value="undone">
<button class="plain">Undo my last update</button>
</form>`;
}
