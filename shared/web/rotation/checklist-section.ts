/** The documents of one rotation, each with the form that updates it. */
import { html } from 'hono/html';
import { judgeChecklist } from '../../documents/judge.ts';
import { DOCUMENT_FACTS } from '../../documents/kinds.ts';
import type { Form } from '../../forms/field.ts';
import type { Html } from '../../html.ts';
import type { Rotation } from '../../rotation/rotation.ts';
import { isCommitted } from '../../rotation/stages.ts';
import { dayIn } from '../../time/instant.ts';
import { phraseDay } from '../../time/phrase.ts';
import type { PageView } from '../page-view.ts';
import { standingStatus } from '../status.ts';

/** @param folded draws a form behind the line that opens it */
export function checklistSection(
  view: PageView,
  rotation: Rotation,
  forms: readonly Form[],
  folded: (form: Form) => Html,
): Html | string {
  // After the last day the list has served.
  if (rotation.checklist.length === 0 || !isCommitted(rotation.stage)) return '';
  const host = view.world.host(rotation.host.institutionId);
  const standings = judgeChecklist(rotation, view.applicant.facts.documents, host);
  const today = dayIn(view.applicant.facts.profile.zone, view.now);
  const done = standings.filter(({ word }) => word === 'cleared').length;
  return html`<section aria-labelledby="checklist"><h2 id="checklist">Documents: ${done} of ${standings.length} done</h2>
<p class="quiet">${rotation.dates ? `Each must be valid to ${phraseDay(rotation.dates.end)}, the last day.` : ''} Where the host states no list, this is the guide’s default list.</p>
<ul class="list">${standings.map((standing, index) => {
    const item = rotation.checklist[index];
    const form = forms.find(({ key }) => key === `document-updated.${standing.kind}`);
    return html`<li>
<strong>${DOCUMENT_FACTS[standing.kind].label}</strong> ${standingStatus(standing, item?.heldBy ?? 'applicant', today)}<br>
<span class="quiet">${DOCUMENT_FACTS[standing.kind].explains}<br>${item?.askedBy === 'host' ? 'Asked for by the host' : 'On the default list'}${standing.validUntil ? `, valid until ${phraseDay(standing.validUntil)}` : ''}</span>
${form ? folded({ ...form, title: `Update: ${form.title}` }) : ''}
</li>`;
  })}</ul></section>`;
}
