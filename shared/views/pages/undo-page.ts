/** The page of an undo link. It shows only the one update and nothing else about the plan. */
import { html } from '#shared/base/html.ts';
import { EASTERN } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { actorWords, historyWords } from '#shared/people/applicant/history-words.ts';
import type { HistoryEntry } from '#shared/people/person/applicant.ts';
import { button } from '../components.ts';
import { message } from './layout.ts';

const WORDS = {
  open: [
    'Undo this update?',
    'The plan goes back to what it was before. If we sent emails about it, we will send a correction.',
  ],
  'taken-back': ['The update was undone', 'The history shows both the update and the undo.'],
  'too-late': [
    'This update can no longer be undone',
    `Only a plan’s latest update can be undone, within 24 hours. Nothing was changed.
Send what is true now as a new update.`,
  ],
} as const;

/** @param action where it is undone, while it is open */
export function undoPage(state: keyof typeof WORDS, entry: HistoryEntry, action = ''): string {
  const [title, text] = WORDS[state];
  const line = html`<p><strong>${historyWords(entry)}</strong><br>
<span class="quiet">${phraseInstant(entry.at, EASTERN)}, ${actorWords(entry)}</span></p>`;
  return message(title, line, text, action && button({ action, label: 'Undo it' }));
}
