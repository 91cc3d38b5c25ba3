/** The plan: the one next thing, every rotation, and the season; the rest is beside it. */
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { papersAt } from '#shared/agenda/papers-at.ts';
import { waitingOn, waitingSince } from '#shared/agenda/waiting-on.ts';
import { type Html, html } from '#shared/base/html.ts';
import { STARTED } from '#shared/base/links/urls.ts';
import { capital } from '#shared/base/sentence.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { isPutFirst } from '#shared/people/mailing/most-pressing.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { LETTERS_WANTED, letterPlan } from '#shared/plan/letters/letter-plan.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { openRotations } from '#shared/plan/rotation/on-plan.ts';
import { type Occasion, shownDay } from '#shared/words/occasions.ts';
import { stateWords } from '#shared/words/state-words.ts';
import { rotationsTogether, togetherTitle } from '#shared/words/together.ts';
import { urlOf } from '#shared/words/where.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import { banner, columns, firstOf, link, list, section } from '../components.ts';
import { foldedForm, problemSummary } from '../forms/form.ts';
import { erasForm } from '../forms/plan-forms.ts';
import { page } from './layout.ts';
import { letterLine } from './letters/applicant-letters.ts';
import { navigationOf, type PageView, receipt, tiesOf, undoForm } from './person-page.ts';
import { addressReturned } from './plan/email-tables.ts';
import { findingsSection, foundIn } from './plan/findings.ts';
import { nextAction, openNow, stateAt } from './plan/next-action.ts';
import { firstRotation, rotationBoard } from './plan/rotation-board.ts';
import { seasonPicture } from './plan/season-picture.ts';
import { isLost, possibleOccasions } from './rotation-words.ts';
import { letterStatus, status, waitingStatus, whenWords } from './status.ts';

/** @param problem the form that was refused, if any */
export function planPage(view: PageView, problem?: Problem): string {
  const title = problem ? 'Nothing was changed' : 'Your plan';
  // An advisor who reads the plan is not told why email does not arrive.
  const returned = view.applicant.reach === 'bounced' && banner('problem', addressReturned(view));
  const body = html`${returned || ''}${planBody(view, problem)}`;
  return page(title, body, navigationOf(view, 'Plan'));
}

export function planBody(view: PageView, problem?: Problem): Html {
  const { facts } = view.applicant;
  const occasions = possibleOccasions(view);
  const found = foundIn(view);
  const conflicts = found.filter(
    ({ severity, subject }) => severity === 'impossible' && subject !== 'plan',
  );
  const isEmpty = facts.rotations.length === 0;
  const [first] = openNow(view, occasions);
  const isFirst = first ? isPutFirst(first, !isEmpty) : !isEmpty;
  const isOver = stateAt(view).state.name === 'over';
  // Where it comes first, its button is in the first section.
  const isErasOpen = occasions.some(isEras) && !(isFirst && first && isEras(first));
  const recorded = view.done === STARTED ? startedWords(view) : receipt(view, view.paths.plan);
  return html`<h1 class="person">${facts.profile.name}: your rotation plan ${stateChip(view)}</h1>
${problemSummary(problem, [erasForm()])}
${recorded}
${columns(
  html`${isFirst || isOver ? nextAction(view, occasions) : ''}
${isEmpty ? '' : rotationBoard(view, occasions, conflicts)}
${isEmpty && !isOver ? firstRotation(view) : ''}
${seasonSection(view)}`,
  html`${thisMonth(view, occasions, isFirst ? 1 : 0)}
${waitingSection(view)}
${isEmpty && isOver ? '' : lettersSection(view)}
${isEmpty ? '' : findingsSection(found.filter((each) => !conflicts.includes(each)))}
${isErasOpen ? foldedForm(erasForm(), tiesOf(view, view.paths.plan), false, problem) : ''}
${recorded === '' ? undoForm(view, view.paths.plan) : ''}`,
)}`;
}

/** Once, on the page that the confirmation leads to. */
function startedWords({ applicant }: PageView): Html {
  const { address } = applicant.facts.profile;
  const emails = `Reminders go to ${address}, and each has a link to this page.`;
  return banner('done', html`<p>${status('done', 'Your plan is started.')} ${emails}</p>`);
}

function isEras({ event }: Occasion): boolean {
  return event === 'eras-submitted';
}

/** How the plan is, beside whose it is. */
function stateChip(view: PageView): Html {
  const at = stateAt(view);
  const { state } = at;
  switch (state.name) {
    case 'on-track':
      return status('done', 'on track');
    case 'needs-you':
      if (state.late > 0) return status('late', `${state.late} late`);
      return state.isLost ? status('late', 'needs a change') : status('to-do', 'your turn');
    case 'nothing-planned': {
      const since = state.applyBy && isPast(state.applyBy, view) ? state.applyBy : undefined;
      return since
        ? status('late', `late since about ${phraseDay(since)}`)
        : status('to-do', 'add a rotation');
    }
    case 'cannot-be':
      return status('late', 'not possible as planned');
    case 'waiting':
      return status('waiting', 'waiting on others');
    default:
      return status('waiting', stateWords(at).title);
  }
}

function isPast(day: Day, { applicant, now }: PageView): boolean {
  return day < dayIn(applicant.facts.profile.zone, now);
}

function seasonSection(view: PageView): Html {
  return section(
    'season',
    `The ${view.applicant.facts.profile.matchYear} season`,
    seasonPicture(view),
  );
}

function lettersSection(view: PageView): Html {
  const { covered, byMode, inEras, slots, late } = letterPlan(view.applicant.facts, view.world);
  const lines = slots.map(({ placed, words }) =>
    placed ? letterLine(view, placed) : status('to-do', capital(words)),
  );
  const tooLate = late.length > 0 ? `, ${late.length} too late for the first review` : '';
  return section(
    'letters',
    `Letters: ${covered} of ${LETTERS_WANTED}`,
    html`${list(lines)}
<p class="line"><span class="quiet">${byMode ? `${byMode} · ` : ''}${inEras} in ERAS${tooLate}</span>
${link(view.paths.rotation(OWN_LETTERS), 'All letters and the packet')}</p>`,
  );
}

const LINES_MAX = { phone: 3, desk: 5 };
const MONTH_DAYS = 31;
/** Where nothing is due within a month. */
const AHEAD_MAX = 2;

/** @param above how many of what is open have a section of their own */
function thisMonth(view: PageView, occasions: readonly Occasion[], above: number): Html | string {
  const { profile, rotations } = view.applicant.facts;
  const today = dayIn(profile.zone, view.now);
  const open = openNow(view, occasions);
  const putOff = occasions.length - open.length;
  const lines = rotationsTogether(
    open.slice(above).map((occasion) => ({ occasion })),
    rotations,
  );
  const soon = lines.filter(({ occasion }) => daysBetween(today, shownDay(occasion)) <= MONTH_DAYS);
  if (lines.length + putOff === 0) return '';
  const most = soon.length || AHEAD_MAX;
  return section(
    'month',
    soon.length > 0 ? 'This month' : 'Coming up',
    html`${firstOf(
      lines.map(
        ({ occasion }) =>
          html`<a href="${urlOf(occasion, view.paths)}">${capital(occasion.words.title)}</a><br>
<span class="quiet">${whenWords(occasion, view)}</span>`,
      ),
      { phone: Math.min(LINES_MAX.phone, most), desk: Math.min(LINES_MAX.desk, most) },
    )}
${putOff > 0 ? html`<p><a class="target" href="${view.paths.you}#put-off">${putOff} put off</a></p>` : ''}`,
  );
}

function waitingSection(view: PageView): Html | string {
  const items = openRotations(view.applicant.facts).flatMap((rotation) => [
    ...answersOwed(rotation, view),
    ...documentsOwed(rotation, view),
    ...lettersOwed(rotation, view),
  ]);
  return items.length === 0 ? '' : section('owed', 'Waiting on others', list(items));
}

function answersOwed(rotation: Rotation, view: PageView): Html[] {
  const at = agendaAt(view.applicant.facts, view.world, view.now);
  const since = waitingSince(rotation.id, at);
  const isOwed = rotation.stage === 'apply' && waitingOn(rotation.id, at) === 'host';
  if (!isOwed || !since || isLost(view, rotation)) return [];
  const today = dayIn(view.applicant.facts.profile.zone, view.now);
  return [
    html`${waitingStatus('host')}: an answer about the ${nameOf(rotation)}, since ${phraseDay(since)} (${phraseDistance(today, since)})`,
  ];
}

function documentsOwed(rotation: Rotation, view: PageView): Html[] {
  if (rotation.stage !== 'documents') return [];
  const papers = papersAt(rotation, agendaAt(view.applicant.facts, view.world, view.now));
  const owed = papers.flatMap(({ standing: { kind, word }, heldBy }) => {
    const isTheirs = heldBy !== 'applicant' && word !== 'cleared' && word !== 'expires-too-early';
    return isTheirs ? [{ heldBy, title: DOCUMENT_FACTS[kind].label, isPaper: true }] : [];
  });
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
