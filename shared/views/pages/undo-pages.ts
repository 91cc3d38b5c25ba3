/** The pages of an undo link. They show only the one update and nothing else about the plan. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { EASTERN } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { actorWords, historyWords } from '#shared/people/applicant/history-words.ts';
import type { HistoryEntry } from '#shared/people/person/applicant.ts';
import { button } from '../components.ts';
import { message } from './layout.ts';

export function undoPage(entry: HistoryEntry, action: string): string {
  return message(
    'Undo this update?',
    html`${lineOf(entry)}
<p>The plan goes back to what it was before. If we sent emails about it, we will send a correction.</p>
${button({ action, label: 'Undo it' })}`,
  );
}

export function takenBackPage(entry: HistoryEntry): string {
  return message(
    'The update was undone',
    html`${lineOf(entry)}<p>The history shows both the update and the undo.</p>`,
  );
}

export function tooLatePage(entry: HistoryEntry): string {
  return message(
    'This update can no longer be undone',
    html`${lineOf(entry)}<p>Only a plan’s latest update can be undone, within 24 hours. Nothing was changed. Send what is true now as a new update.</p>`,
  );
}

export function foreignUndoPage(): string {
  return message(
    'This link does not undo anything',
    html`<p>Part of it may be missing. Nothing was changed. Copy the link again from the answer to your message.</p>`,
  );
}

function lineOf(entry: HistoryEntry): Html {
  return html`<p><strong>${historyWords(entry)}</strong><br><span class="quiet">${phraseInstant(entry.at, EASTERN)}, ${actorWords(entry)}</span></p>`;
}
