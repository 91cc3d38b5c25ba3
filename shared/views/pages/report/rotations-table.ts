import { type Html, html } from '#shared/base/html.ts';
import { capital, counted } from '#shared/base/sentence.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import type { Summary, SummaryRotation } from '#shared/people/outlook/summary.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { HOLDER_WORDS, LETTER_STATUS_WORDS } from '#shared/words/plan-words.ts';
import { stateWords } from '../rotation-words.ts';

export function rotationsTable({ name, rotations }: Summary, today: Day): Html {
  if (rotations.length === 0) return html`<p class="quiet">No rotation on the plan yet.</p>`;
  return html`<table><caption>Rotations of ${name}</caption>
<thead><tr><th scope="col">Host</th><th scope="col">Dates</th><th scope="col">Step</th><th scope="col">Waiting on</th>
<th scope="col">Documents</th><th scope="col">Letters</th><th scope="col">Next step</th></tr></thead>
<tbody>${rotations.map((rotation) => rotationRow(rotation, today))}</tbody></table>`;
}

function rotationRow(rotation: SummaryRotation, today: Day): Html {
  const { host, specialty, mode, start, end, stage, since, letters, outlook } = rotation;
  const { documents, next } = outlook ?? {};
  return html`<tr>
<th scope="row">${host}<br><span class="quiet">${specialty.toUpperCase()}, ${mode}</span></th>
<td>${start && end ? `${phraseDay(start)} to ${phraseDay(end)}` : 'not known'}</td>
<td>${whereWords(rotation)}<br><span class="quiet">for ${counted(daysBetween(since, today), 'day')}</span></td>
<td><span class="phone">Waiting on: </span>${outlook && stage !== 'closed' ? HOLDER_WORDS[outlook.waitingOn] : '–'}</td>
<td><span class="phone">Documents: </span>${documents ? `${documents.cleared} ok, ${documents.pending} pending, ${documents.expiring} expiring` : '–'}</td>
<td><span class="phone">Letters: </span>${letters.length > 0 ? letters.map(({ writer, status }) => html`${writer}: ${LETTER_STATUS_WORDS[status]}<br>`) : '–'}</td>
<td><span class="phone">Next step: </span>${next ? `${capital(next.title)}: ${phraseDay(next.day)}, ${phraseDistance(today, next.day)}` : '–'}</td>
</tr>
`;
}

function whereWords(rotation: SummaryRotation): string {
  const state = stateWords(rotation, 'advisor');
  const { stage } = rotation;
  return stage === 'closed' ? capital(state) : `${STAGES[stage].title}, ${state}`;
}
