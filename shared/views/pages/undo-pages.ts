/** The pages of an undo link: they name the one update, and nothing else of the plan. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { EASTERN } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { actorWords, historyWords } from '#shared/people/applicant/history-words.ts';
import type { HistoryEntry } from '#shared/people/person/applicant.ts';
import { message } from './message.ts';

/** What taking back would change, before it does. */
export function undoPage(entry: HistoryEntry, action: string): string {
  return message(
    'Take this update back?',
    html`${lineOf(entry)}
<p>The plan goes back to what it was before it. What was emailed since is put right by an email.</p>
<form method="post" action="${action}">
<button>Take it back</button>
</form>`,
  );
}

/** It is as it was before. */
export function takenBackPage(entry: HistoryEntry): string {
  return message(
    'The update is taken back',
    html`${lineOf(entry)}<p>It does not hold any more. The history shows both.</p>`,
  );
}

/** It is not the latest update any more, or a day is over; what to do instead. */
export function tooLatePage(entry: HistoryEntry): string {
  return message(
    'This update can no longer be taken back',
    html`${lineOf(entry)}<p>Only a plan’s latest update can be undone, within 24 hours. Nothing was changed. Send what is so now as a new update.</p>`,
  );
}

/** A link that undoes nothing here. */
export function foreignUndoPage(): string {
  return message(
    'This link takes nothing back',
    html`<p>Perhaps a part of it is missing. Nothing was changed. Take the link once more from the answer to your message.</p>`,
  );
}

function lineOf(entry: HistoryEntry): Html {
  return html`<p><strong>${historyWords(entry)}</strong><br><span class="quiet">${phraseInstant(entry.at, EASTERN)}, ${actorWords(entry)}</span></p>`;
}
