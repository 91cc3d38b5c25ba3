/** What others owe, and since when: a line for each of them and rotation. */
import { html } from 'hono/html';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { waitingOn } from '#shared/agenda/waiting-on.ts';
import type { Html } from '#shared/base/html.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import { judgeChecklist } from '#shared/plan/documents/judge.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { openRotations } from '#shared/plan/rotation/on-plan.ts';
import { togetherTitle } from '#shared/words/together.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import { list, section } from '../../components.ts';
import type { PageView } from '../person-page.ts';
import { isLost } from '../rotation-words.ts';
import { letterStatus, waitingStatus } from '../status.ts';

export function waitingSection(view: PageView): Html | string {
  const items = openRotations(view.applicant.facts).flatMap((rotation) => [
    ...answersOwed(rotation, view),
    ...documentsOwed(rotation, view),
    ...lettersOwed(rotation, view),
  ]);
  return items.length === 0 ? '' : section('owed', 'Waiting on others', list(items));
}

function answersOwed(rotation: Rotation, view: PageView): Html[] {
  const holder = waitingOn(rotation.id, agendaAt(view.applicant.facts, view.world, view.now));
  if (rotation.stage !== 'apply' || holder !== 'host' || isLost(view, rotation)) return [];
  const since = dayIn(view.applicant.facts.profile.zone, rotation.since);
  const today = dayIn(view.applicant.facts.profile.zone, view.now);
  return [
    html`${waitingStatus('host')}: an answer about the ${nameOf(rotation)}, since ${phraseDay(since)} (${phraseDistance(today, since)})`,
  ];
}

function documentsOwed(rotation: Rotation, view: PageView): Html[] {
  const host = view.world.host(rotation.host.institutionId, rotation.mode);
  if (rotation.stage !== 'documents') return [];
  const owed = judgeChecklist(rotation, view.applicant.facts.documents, host).flatMap(
    ({ kind, word }, index) => {
      const heldBy = rotation.checklist[index]?.heldBy ?? 'applicant';
      const isTheirs = heldBy !== 'applicant' && word !== 'cleared' && word !== 'expires-too-early';
      return isTheirs ? [{ heldBy, title: DOCUMENT_FACTS[kind].label, isPaper: true }] : [];
    },
  );
  return [...Map.groupBy(owed, ({ heldBy }) => heldBy)].map(
    ([heldBy, papers]) => html`${waitingStatus(heldBy)}: ${togetherTitle(papers, rotation)}`,
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
