import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import { judgeChecklist } from '#shared/plan/documents/judge.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import type { PageView } from '../page-view.ts';
import { standingStatus } from '../status.ts';

export function checklistSection(
  view: PageView,
  rotation: Rotation,
  forms: readonly Form[],
  folded: (form: Form) => Html,
): Html | string {
  // After the last day, the list is no longer needed.
  if (rotation.checklist.length === 0 || !isCommitted(rotation.stage)) return '';
  const host = view.world.host(rotation.host.institutionId);
  const standings = judgeChecklist(rotation, view.applicant.facts.documents, host);
  const today = dayIn(view.applicant.facts.profile.zone, view.now);
  const done = standings.filter(({ word }) => word === 'cleared').length;
  return html`<section aria-labelledby="checklist"><h2 id="checklist">Documents: ${done} of ${standings.length} done</h2>
<p class="quiet">${rotation.dates ? `Each must be valid through ${phraseDay(rotation.dates.end)}, the last day.` : ''} If the host publishes no list, this is the guide’s default list.</p>
<ul class="list">${standings.map((standing, index) => {
    const item = rotation.checklist[index];
    const form = forms.find(({ key }) => key === `document-updated.${standing.kind}`);
    return html`<li>
<strong>${DOCUMENT_FACTS[standing.kind].label}</strong> ${standingStatus(standing, item?.heldBy ?? 'applicant', today)}<br>
<span class="quiet">${DOCUMENT_FACTS[standing.kind].explains}<br>${item?.askedBy === 'host' ? 'Required by the host' : 'On the default list'}${standing.validUntil ? `, valid until ${phraseDay(standing.validUntil)}` : ''}</span>
${form ? folded({ ...form, title: `Update: ${form.title}` }) : ''}
</li>`;
  })}</ul></section>`;
}
