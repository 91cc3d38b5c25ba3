/** Season and host dates: what was corrected, by whom, and why, with the forms to correct and undo. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { DATES_BACK_PATH } from '#shared/base/links/advisor-paths.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { type Advisor, worksFor } from '#shared/people/advisor/advisor.ts';
import { WORKERS } from '#shared/people/advisor/role.ts';
import { isWithin } from '#shared/world/corrections/change-world.ts';
import { changedWorld } from '#shared/world/corrections/changed-world.ts';
import type { Correction } from '#shared/world/corrections/correction.ts';
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
    problem ? 'Nothing was changed' : 'Season and host dates',
    advisor,
    [],
    html`<h1>Season and host dates</h1>
${problem ? html`<div class="problem" role="alert"><h2>Nothing was changed</h2><p>${problem.message}</p></div>` : ''}
<p>A date you correct here applies to your own cohorts and is marked as entered by you and not yet confirmed.
Within an hour, we update their plans and email everyone whose plan depends on the date. The email shows the old date, the new date, and the source.
An operator of this service can confirm the date for everyone.</p>
${mayChange ? correctionForms(view, problem) : html`<p class="quiet">Advisors and lead advisors can correct dates.</p>`}
${auditSection(view, world, mayChange)}`,
  );
}

const ACTS: Readonly<Record<AuditEntry['act'], string>> = {
  corrected: 'corrected',
  confirmed: 'confirmed for everyone',
  'taken-back': 'undone',
  'season-put': 'season file added',
  'season-withdrawn': 'season file withdrawn',
};

function auditSection(view: DatesView, world: World, mayChange: boolean): Html {
  const { item, advisor } = view;
  const corrections = new Map(item.corrections.map((each) => [each.id, each]));
  const own = worksFor(advisor);
  const entries = item.audit.toReversed().filter((entry) => isShownTo(entry, advisor));
  return html`<section aria-labelledby="changes"><h2 id="changes">Changes</h2>
${entries.length === 0 ? html`<p>None yet: every date is as published with this release.</p>` : ''}
<ul class="list">${entries.map(
    (entry) => html`<li>
<p><strong>${targetWords(entry.target, world)}</strong>: ${ACTS[entry.act]}</p>
<p>Before: ${entry.old}. Now: ${entry.new}.</p>
<p>${entry.reason}</p>
<p class="quiet">${entry.by}, ${phraseInstant(entry.at, advisor.profile.zone)}</p>
${unconfirmedMarkup(corrections.get(entry.id), advisor)}${mayChange && isWithin(corrections.get(entry.id), own) ? backForm(entry, view.newId()) : ''}
</li>
`,
  )}</ul>
${item.chunks > 0 ? html`<p class="quiet">Older changes are kept, too. Ask an operator of this service for them.</p>` : ''}
</section>`;
}

/** What another team entered stays private to it until confirmed. */
function isShownTo({ cohortIds }: AuditEntry, advisor: Advisor): boolean {
  return !cohortIds || cohortIds.some((id) => advisor.cohortIds.includes(id));
}

function unconfirmedMarkup(correction: Correction | undefined, { cohortIds }: Advisor): Html | '' {
  if (!correction?.unconfirmed) return '';
  const { by, cohortIds: ofThese } = correction.unconfirmed;
  const own = LIST.format(ofThese.filter((id) => cohortIds.includes(id)));
  return html`<p class="quiet">Entered by ${by}, not yet confirmed: it applies to ${own}, not to everyone.</p>
`;
}

const LIST = new Intl.ListFormat('en-US');

function backForm({ id }: AuditEntry, updateId: string): Html {
  return html`<details class="form"><summary>Undo it</summary>
<form method="post" action="${DATES_BACK_PATH}" novalidate>
<input type="hidden" name="update" value="${updateId}"><input type="hidden" name="entry" value="${id}">
<div class="field"><label for="back-${id}">Why</label><p class="hint" id="back-${id}-hint">The earlier date applies again, and everyone we emailed
about the change gets another email.</p><input id="back-${id}" name="reason" type="text" maxlength="400" aria-describedby="back-${id}-hint" required></div>
<button>Undo the correction</button></form></details>`;
}
