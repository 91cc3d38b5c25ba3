/** A row for each rotation: how far it is, whose turn it is, and its next day. */
import { html } from 'hono/html';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { waitingOn } from '#shared/agenda/waiting-on.ts';
import type { Html } from '#shared/base/html.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import type { Finding } from '#shared/words/findings.ts';
import { isHard, type Occasion, shownDay } from '#shared/words/occasions.ts';
import { dateChip, fold, section } from '../../components.ts';
import { searchForm } from '../add-page.ts';
import type { PageView } from '../person-page.ts';
import { datesOf, rotationShape, rotationStatus, stateWords } from '../rotation-words.ts';
import { status } from '../status.ts';
import { track } from '../track.ts';

/** @param conflicts what cannot be, each on the row of its rotation */
export function rotationBoard(
  view: PageView,
  occasions: readonly Occasion[],
  conflicts: readonly Finding[],
): Html {
  const { rotations } = view.applicant.facts;
  const ordered = rotations.toSorted((a, b) => Number(!!a.closed) - Number(!!b.closed));
  return section(
    'rotations',
    'Your rotations',
    html`<ul class="board">
${ordered.map((rotation) => row(rotation, view, occasions, conflicts))}
<li class="whole">${fold('+ Add a rotation', adding(view))}</li>
</ul>`,
  );
}

/** What an empty plan shows first. */
export function firstRotation(view: PageView): Html {
  return section(
    'next',
    'Add your first rotation',
    html`<p>Your plan has no rotations yet. Find the first place you want to rotate at. The guide recommends two to four.</p>
${adding(view)}`,
    true,
  );
}

function adding({ paths }: PageView): Html {
  return html`${searchForm(paths.add)}
<p class="line"><a class="target" href="${paths.shortlist}">Not sure? See where you could rotate</a><a class="target" href="${paths.add}">Enter one by hand</a></p>`;
}

function row(
  rotation: Rotation,
  view: PageView,
  occasions: readonly Occasion[],
  conflicts: readonly Finding[],
): Html {
  const conflict = conflicts.find(({ subject }) => subject.split('/')[0] === rotation.id);
  return html`<li${rotation.closed ? html` class="ended"` : ''}>
<div><p><a class="target" href="${view.paths.rotation(rotation.id)}">${nameOf(rotation)}</a></p>
<p class="quiet">${datesOf(rotation)}</p>
${conflict ? html`${status('late', conflict.text)}${fold('What to do', html`<p>${conflict.fix}</p><p class="hint">${conflict.rule}: ${conflict.source}</p>`, 'source')}` : ''}</div>
<div>${track(rotation, rotationShape(view, rotation, occasions))}
<p class="line"><span>${rotation.closed ? status('closed', stateWords(rotation, 'applicant')) : html`${STAGES[rotation.stage].title}: ${rotationStatus(view, rotation, occasions)}`}${sinceOf(rotation, view)}</span>${nextDay(rotation, view, occasions)}</p></div>
</li>
`;
}

/** Since when somebody else has it. */
function sinceOf(rotation: Rotation, { applicant, world, now }: PageView): Html | string {
  const holder = waitingOn(rotation.id, agendaAt(applicant.facts, world, now));
  if (rotation.closed || holder === 'applicant' || holder === 'nobody') return '';
  const since = dayIn(applicant.facts.profile.zone, rotation.since);
  return html` <span class="quiet">since ${phraseShortDay(since)}</span>`;
}

function nextDay(
  rotation: Rotation,
  view: PageView,
  occasions: readonly Occasion[],
): Html | string {
  if (rotation.closed) return '';
  const today = dayIn(view.applicant.facts.profile.zone, view.now);
  const next = occasions.find(
    ({ rotationId, ladder, isQuestion }) =>
      rotationId === rotation.id && ladder !== 'loss' && !isQuestion,
  );
  if (next) return dateChip(next.startBy ? 'start by' : 'by', shownDay(next), today, isHard(next));
  const start = rotation.dates?.start;
  return start && start > today ? dateChip('starts', start, today, false) : '';
}
