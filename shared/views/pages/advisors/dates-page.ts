/** Dates of seasons and hosts: what was corrected, by whom and why, and the forms that correct one or take it back. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { DATES_BACK_PATH } from '#shared/base/links/advisor-paths.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { WORKERS } from '#shared/people/advisor/role.ts';
import { changedWorld } from '#shared/world/corrections/changed-world.ts';
import { targetWords } from '#shared/world/corrections/words.ts';
import type { AuditEntry } from '#shared/world/corrections/world-item.ts';
import type { World } from '#shared/world/world.ts';
import { correctionForms, type DatesProblem, type DatesView } from './correction-forms.ts';
import { advisorPage } from './frame.ts';

export function datesPage(view: DatesView, problem?: DatesProblem): string {
  const { advisor, item } = view;
  const world = changedWorld(item);
  const mayChange = WORKERS.includes(advisor.role);
  return advisorPage(
    problem ? 'Nothing was changed' : 'Dates of seasons and hosts',
    advisor,
    [],
    html`<h1>Dates of seasons and hosts</h1>
${problem ? html`<div class="problem" role="alert"><h2>Nothing was changed</h2><p>${problem.says}</p></div>` : ''}
<p>A date corrected here holds for every cohort. Within the hour each plan is worked out anew, and everybody whose plan hangs on the date is told once what it was, what it is, and where it comes from.</p>
${mayChange ? correctionForms(view, problem) : html`<p class="quiet">An advisor or a lead can correct a date.</p>`}
${auditSection(view, world, mayChange)}`,
  );
}

const ACTS: Readonly<Record<AuditEntry['act'], string>> = {
  corrected: 'corrected',
  'taken-back': 'taken back',
  'season-put': 'season put as a file',
  'season-withdrawn': 'season file withdrawn',
};

function auditSection(view: DatesView, world: World, mayChange: boolean): Html {
  const { item, advisor } = view;
  const standing = new Set(item.corrections.map(({ id }) => id));
  const entries = item.audit.toReversed();
  return html`<section aria-labelledby="changes"><h2 id="changes">What was changed</h2>
${entries.length === 0 ? html`<p>Nothing yet: every date is the one that was published with this release.</p>` : ''}
<ul class="list">${entries.map(
    (entry) => html`<li>
<p><strong>${targetWords(entry.target, world)}</strong>: ${ACTS[entry.act]}</p>
<p>Was ${entry.old}. Is ${entry.new}.</p>
<p>${entry.reason}</p>
<p class="quiet">${entry.by}, ${phraseInstant(entry.at, advisor.profile.zone)}</p>
${mayChange && standing.has(entry.id) ? backForm(entry, view.newId()) : ''}
</li>
`,
  )}</ul>
${item.chunks > 0 ? html`<p class="quiet">Older changes are kept too, ${item.chunks} part${item.chunks === 1 ? '' : 's'} of them; ask whoever runs this service.</p>` : ''}
</section>`;
}

function backForm({ id }: AuditEntry, updateId: string): Html {
  return html`<details class="form"><summary>Take it back</summary>
<form method="post" action="${DATES_BACK_PATH}" novalidate>
<input type="hidden" name="update" value="${updateId}"><input type="hidden" name="entry" value="${id}">
<div class="field"><label for="back-${id}">Why</label><p class="hint" id="back-${id}-hint">What stood before stands again, and those who were told are told of it.</p><input id="back-${id}" name="reason" type="text" maxlength="400" aria-describedby="back-${id}-hint" required></div>
<button>Take the correction back</button></form></details>`;
}
