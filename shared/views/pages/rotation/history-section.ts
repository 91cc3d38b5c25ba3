import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseLocal } from '#shared/base/time/phrase.ts';
import { actorWords, historyOf, historyWords } from '#shared/people/applicant/history-words.ts';
import type { PageView } from '../page-view.ts';

const SHOWN_MAX = 30;

export function historySection({ applicant }: PageView, rotationId: string): Html | string {
  const entries = historyOf(applicant.history, rotationId);
  if (entries.length === 0) return '';
  const { zone } = applicant.facts.profile;
  const takenBack = new Set(
    applicant.accepted.filter((each) => each.takenBack).map(({ id }) => id),
  );
  return html`<section aria-labelledby="history"><h2 id="history">History</h2>
<ul class="list">${entries
    .slice(0, SHOWN_MAX)
    .map(
      (entry) =>
        html`<li>${historyWords(entry)}${takenBack.has(entry.id) ? ', undone' : ''}<br><span class="quiet">${phraseLocal(entry.at, zone)}, ${actorWords(entry)}</span></li>`,
    )}</ul>
${entries.length > SHOWN_MAX ? html`<p class="quiet">The latest ${SHOWN_MAX} of ${entries.length} are shown.</p>` : ''}</section>`;
}
