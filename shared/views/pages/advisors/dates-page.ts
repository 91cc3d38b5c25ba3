/** Corrections: the forms, what waits for a second person, and what was changed by whom and why. */
import { type Html, html } from '#shared/base/html.ts';
import { cellPath, DATES_BACK_PATH, DATES_CONFIRM_PATH } from '#shared/base/links/advisor-paths.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { type Advisor, WORKERS, worksFor } from '#shared/people/advisor/advisor.ts';
import { isWithin } from '#shared/world/corrections/change-world.ts';
import { changedWorld } from '#shared/world/corrections/changed-world.ts';
import { type Correction, targetOf } from '#shared/world/corrections/correction.ts';
import { enteredWords, targetWords } from '#shared/world/corrections/words.ts';
import type { AuditEntry } from '#shared/world/corrections/world-item.ts';
import { phraseSource } from '#shared/world/provenance.ts';
import type { World } from '#shared/world/world.ts';
import { fold, hiddenFields, input, link } from '../../components.ts';
import { correctionForms, type DatesProblem, type DatesView } from './correction-forms.ts';
import { advisorPage } from './frame.ts';

export function datesPage(view: DatesView, problem?: DatesProblem): string {
  const { advisor, item } = view;
  const world = changedWorld(item);
  const mayChange = WORKERS.includes(advisor.role);
  return advisorPage(
    problem ? 'Nothing was changed' : 'Corrections',
    advisor,
    html`<h1>Corrections: seasons, hosts, and programs</h1>
${problem ? html`<div class="problem" role="alert"><h2>Nothing was changed</h2><p>${problem.message}</p></div>` : ''}
<p>What you correct here applies at once to your own cohorts and is marked as entered by you and not yet confirmed.
Within two hours, we update their plans and email everyone whose plan depends on a date that changed.
The email shows the old date, the new date, and the source.
It applies to everyone once an advisor who shares no cohort with you, or an operator of this service, confirms it.
If two advisors of a cohort disagree, we use the earlier date; for anything else, neither answer is used.</p>
${mayChange ? correctionForms(view, problem) : html`<p class="quiet">Advisors and lead advisors can correct these.</p>`}
${unconfirmedSection(view, world, mayChange)}
${auditSection(view, world)}`,
  );
}

/** One's own can be withdrawn, another team's confirmed. Who entered it and why is that team's own. */
function unconfirmedSection(view: DatesView, world: World, mayChange: boolean): Html {
  const { item, advisor, newId } = view;
  const own = worksFor(advisor);
  const waiting = item.corrections.filter(({ unconfirmed }) => unconfirmed);
  return html`<section aria-labelledby="waiting"><h2 id="waiting">Not yet confirmed (${waiting.length})</h2>
<ul class="list">${waiting.map(
    (each) => html`<li>
<p><strong>${targetWords(targetOf(each), world)}</strong>: ${enteredWords(each)}</p>
<p class="quiet">${phraseSource(each)}</p>
${each.of === 'new-host' ? html`<p>${link(cellPath('host', each.institutionId), 'Fill in what is known about it')}</p>` : ''}
${unconfirmedMarkup(each, advisor)}${mayChange ? actMarkup(each, own, advisor, newId()) : ''}
</li>
`,
  )}</ul></section>`;
}

function actMarkup(each: Correction, own: readonly string[], advisor: Advisor, id: string): Html {
  if (isWithin(each, own)) return backForm(each, id);
  const isShared = each.unconfirmed?.cohortIds.some((of) => advisor.cohortIds.includes(of));
  if (isShared || own.length === 0) return html``;
  return html`<form method="post" action="${DATES_CONFIRM_PATH}">
<input type="hidden" name="update" value="${id}"><input type="hidden" name="entry" value="${each.id}">
<button>I read this page, too: confirm it for everyone</button></form>`;
}

const ACTS: Readonly<Record<AuditEntry['act'], string>> = {
  corrected: 'corrected',
  confirmed: 'confirmed for everyone',
  'taken-back': 'undone',
  'season-put': 'season file added',
  'season-withdrawn': 'season file withdrawn',
};

function auditSection({ item, advisor }: DatesView, world: World): Html {
  const entries = item.audit.toReversed().filter((entry) => isShownTo(entry, advisor));
  return html`<section aria-labelledby="changes"><h2 id="changes">Changes</h2>
${entries.length === 0 ? html`<p>None yet: everything is as published with this release.</p>` : ''}
<ul class="list">${entries.map(
    (entry) => html`<li>
<p><strong>${targetWords(entry.target, world)}</strong>: ${ACTS[entry.act]}</p>
<p>Before: ${entry.old}. Now: ${entry.new}.</p>
<p>${entry.reason}</p>
<p class="quiet">${entry.by}, ${phraseInstant(entry.at, advisor.profile.zone)}</p>
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

function unconfirmedMarkup({ unconfirmed }: Correction, { cohortIds }: Advisor): Html {
  const ofThese = (unconfirmed?.cohortIds ?? []).filter((id) => cohortIds.includes(id));
  return ofThese.length === 0
    ? html`<p class="quiet">Entered by an advisor of other cohorts.</p>
`
    : html`<p class="quiet">Entered by ${unconfirmed?.by}: it applies to ${LIST.format(ofThese)}, not to everyone.</p>
`;
}

const LIST = new Intl.ListFormat('en-US');

function backForm({ id: entry }: Correction, update: string): Html {
  const hint =
    'What applied before applies again, and everyone we emailed about a changed date gets another email.';
  return fold(
    'Undo it',
    html`<form method="post" action="${DATES_BACK_PATH}" novalidate>${hiddenFields({ update, entry })}
${input({ id: `back-${entry}`, name: 'reason', label: 'Why', hint, max: 400 })}
<button>Undo the correction</button></form>`,
    'form',
  );
}
