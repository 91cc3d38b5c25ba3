import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import { judgeChecklist } from '#shared/plan/documents/judge.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { STAGE_NAMES, type StageName } from '#shared/plan/facts/stage-names.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { openRotations } from '#shared/plan/rotation/on-plan.ts';
import { waitingOn } from '#shared/plan/rotation/waiting-on.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import { ROUTE_WORDS } from '../../forms/choices.ts';
import { searchForm } from '../add-page.ts';
import type { PageView } from '../person-page.ts';
import { datesOf, isLost, rotationStatus, stateWords } from '../rotation-words.ts';
import { letterStatus, waitingStatus } from '../status.ts';

export function rotationBoard(view: PageView, occasions: readonly Occasion[]): Html {
  const { rotations } = view.applicant.facts;
  const inStage = (stage: StageName) => rotations.filter((rotation) => rotation.stage === stage);
  const closed = inStage('closed');
  const item = (rotation: Rotation) => html`<li>
<a class="target" href="${view.paths.rotation(rotation.id)}">${nameOf(rotation)}</a><br>
${rotationStatus(view, rotation, occasions)}<br>
<span class="quiet">${stateWords(rotation, 'applicant')} · ${datesOf(rotation)} · ${ROUTE_WORDS[rotation.route]}</span>
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
<p><a class="target" href="${view.paths.shortlist}">Where could I rotate and apply?</a> · <a class="target" href="${view.paths.add}">Enter one by
hand</a> · <a class="target" href="${view.paths.experience}">For ERAS, CV, and interviews</a></p>
</section>`;
}

export function owed(view: PageView): Html | string {
  const items = openRotations(view.applicant.facts).flatMap((rotation) => [
    ...answersOwed(rotation, view),
    ...documentsOwed(rotation, view),
    ...lettersOwed(rotation, view),
  ]);
  if (items.length === 0) return '';
  return html`<section aria-labelledby="owed"><h2 id="owed">Waiting on others</h2>
<ul class="list">${items.map((item) => html`<li>${item}</li>`)}</ul></section>`;
}

function answersOwed(rotation: Rotation, view: PageView): Html[] {
  const holder = waitingOn(rotation, view.applicant.facts.documents, view.world);
  if (rotation.stage !== 'apply' || holder !== 'host' || isLost(view, rotation)) return [];
  const since = dayIn(view.applicant.facts.profile.zone, rotation.since);
  const today = dayIn(view.applicant.facts.profile.zone, view.now);
  return [
    html`${waitingStatus('host')}: an answer to your application for the ${nameOf(rotation)}, since ${phraseDay(since)} (${phraseDistance(today, since)})`,
  ];
}

function documentsOwed(rotation: Rotation, view: PageView): Html[] {
  const host = view.world.host(rotation.host.institutionId, rotation.mode);
  if (rotation.stage !== 'documents') return [];
  return judgeChecklist(rotation, view.applicant.facts.documents, host).flatMap(
    ({ kind, word }, index) => {
      const heldBy = rotation.checklist[index]?.heldBy ?? 'applicant';
      const isTheirs = heldBy !== 'applicant' && word !== 'cleared' && word !== 'expires-too-early';
      return isTheirs
        ? [
            html`${waitingStatus(heldBy)}: ${DOCUMENT_FACTS[kind].label} for the ${nameOf(rotation)}`,
          ]
        : [];
    },
  );
}

function lettersOwed(rotation: Rotation, view: PageView): Html[] {
  const today = dayIn(view.applicant.facts.profile.zone, view.now);
  return rotation.letters
    .filter(({ status }) => status === 'asked' || status === 'requested')
    .map(
      (letter) =>
        html`${letterStatus(letter)}: ${letter.writer.name}, ${nameOf(rotation)}, asked on ${phraseDay(letter.askedOn)} (${phraseDistance(today, letter.askedOn)})`,
    );
}
