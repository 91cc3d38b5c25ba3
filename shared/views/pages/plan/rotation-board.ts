import { html } from 'hono/html';
import type { Occasion } from '#shared/agenda/occasions/occasion.ts';
import type { Html } from '#shared/base/html.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { STAGE_NAMES, type StageName } from '#shared/plan/facts/stage-names.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { ROUTE_WORDS } from '../../forms/choices.ts';
import { searchForm } from '../add-page.ts';
import type { PageView } from '../page-view.ts';
import { datesOf, stands } from '../rotation-names.ts';
import { rotationStatus } from '../rotation-status.ts';

export function rotationBoard(view: PageView, occasions: readonly Occasion[]): Html {
  const { rotations } = view.applicant.facts;
  const inStage = (stage: StageName) => rotations.filter((rotation) => rotation.stage === stage);
  const closed = inStage('closed');
  const item = (rotation: Rotation) => html`<li>
<a class="target" href="${view.paths.rotation(rotation.id)}">${nameOf(rotation)}</a><br>
${rotationStatus(view, rotation, occasions)}<br>
<span class="quiet">${stands(rotation, 'applicant')} · ${datesOf(rotation)} · ${ROUTE_WORDS[rotation.route]}</span>
</li>`;
  return html`<section aria-labelledby="rotations"><h2 id="rotations">Your rotations</h2>
${rotations.length === 0 ? html`<p>Your plan has no rotations yet. Add the first place you want to rotate at. The guide recommends two to four.</p>` : ''}
${STAGE_NAMES.filter((stage) => stage !== 'closed').map((stage) =>
  inStage(stage).length > 0
    ? html`<h3>${STAGES[stage].title}</h3><ul class="list">${inStage(stage).map(item)}</ul>`
    : '',
)}
${closed.length > 0 ? html`<details><summary>Closed (${closed.length})</summary><ul class="list">${closed.map(item)}</ul></details>` : ''}
<h3>Add a rotation</h3>
${searchForm(view.paths.add)}
<p><a class="target" href="${view.paths.shortlist}">Where could I rotate and apply?</a> · <a class="target" href="${view.paths.add}">Enter one by hand</a> · <a class="target" href="${view.paths.experience}">For ERAS, CV, and interviews</a></p>
</section>`;
}
