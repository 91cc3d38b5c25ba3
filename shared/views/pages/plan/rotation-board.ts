/** A row for each rotation: how far it is, whose turn it is, and its next day. */
import { firstApplicationBy } from '#shared/agenda/matters/season.ts';
import { waitingSince } from '#shared/agenda/waiting-on.ts';
import { type Html, html } from '#shared/base/html.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseNearDay } from '#shared/base/time/phrase.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { stageTitle } from '#shared/plan/facts/stages.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { phraseBeforeItWasAdded, phraseFirstApplication } from '#shared/words/deadline-words.ts';
import type { Finding } from '#shared/words/findings.ts';
import { isHard, type Occasion, shownDay } from '#shared/words/occasions.ts';
import { dateChip, fold, section, withLinks } from '../../components.ts';
import { searchForm } from '../add-page.ts';
import type { PageView } from '../person-page.ts';
import {
  datesOf,
  isLost,
  lateWords,
  rotationShape,
  rotationStatus,
  turnOf,
} from '../rotation-words.ts';
import { status, track } from '../status.ts';
import { stateAt } from './next-action.ts';

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
  const { matchYear, zone } = view.applicant.facts.profile;
  const by = firstApplicationBy(view.world.season(matchYear));
  return section(
    'next',
    'Add your first rotation',
    html`<p>Your plan has no rotations yet. Find the first place where you want to rotate. The guide recommends two to four.</p>
${by ? html`<p class="when">${phraseFirstApplication(by, matchYear, dayIn(zone, view.now))}</p>` : ''}
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
  const step = rotation.closed ? '' : `${stageTitle(rotation.stage, rotation)}: `;
  return html`<li${rotation.closed ? html` class="ended"` : ''}>
<div><p><a class="target" href="${view.paths.rotation(rotation.id)}">${nameOf(rotation)}</a></p>
<p class="quiet">${datesOf(rotation)}</p>
${conflict ? conflictWords(conflict) : ''}</div>
<div>${track(rotation, rotationShape(view, rotation))}
<p class="line"><span>${step}${rotationStatus(view, rotation)}${sinceOf(rotation, view)}</span>${nextDay(rotation, view, occasions)}</p></div>
</li>
`;
}

function conflictWords({ text, fix, source }: Finding): Html {
  const what = html`<p>${fix}</p><p class="hint">Source: ${withLinks(source)}</p>`;
  return html`${status('late', text)}${fold('What to do', what, 'source')}`;
}

/** Since when someone else has it. */
function sinceOf(rotation: Rotation, view: PageView): Html | string {
  const since = waitingSince(rotation.id, stateAt(view));
  if (!since || rotation.closed || !isWithOthers(rotation, view)) return '';
  const today = dayIn(view.applicant.facts.profile.zone, view.now);
  return html` <span class="quiet">since ${phraseNearDay(since, today)}</span>`;
}

function isWithOthers(rotation: Rotation, view: PageView): boolean {
  const turn = turnOf(view, rotation);
  const isBehind = isLost(view, rotation) || lateWords(view, rotation) !== undefined;
  return turn !== 'applicant' && turn !== 'nobody' && !isBehind;
}

/** While another party has it, nothing of it is to be started: what can be done meanwhile is listed with the month. */
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
  if (next && !isWithOthers(rotation, view)) {
    const { title, short = title } = next.words;
    const said = lateWords(view, rotation) ?? (turnOf(view, rotation) === 'nobody' ? '' : short);
    const isOther = !said.startsWith(short);
    // Beside what is late, or where nothing must be done, another day names what it is of.
    const lead = `${isOther ? `${short} ` : ''}${next.startBy ? 'start by' : 'by'}`;
    const day = shownDay(next);
    // A day of the US may still be running when the reader’s own is over.
    const isRunning = day === next.deadline.day && day < today && view.now < next.deadline.at;
    const before = next.wasBeforePlan ? phraseBeforeItWasAdded(next) : undefined;
    return dateChip(lead, day, today, isHard(next), isRunning ? 'only hours left' : before);
  }
  const start = rotation.dates?.start;
  return start && start > today ? dateChip('starts', start, today, false) : '';
}
