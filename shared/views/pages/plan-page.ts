/** The plan: the one next thing, every rotation, and the season; the rest is beside it. */
import { html } from 'hono/html';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import type { Html } from '#shared/base/html.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { LETTERS_WANTED, letterPlan } from '#shared/plan/letters/letter-plan.ts';
import { stateWords } from '#shared/words/state-words.ts';
import { columns, list, section } from '../components.ts';
import { foldedForm, problemSummary } from '../forms/form.ts';
import { erasForm } from '../forms/plan-forms.ts';
import { page } from './layout.ts';
import { letterLine } from './letters/letter-lines.ts';
import { navigationOf, type PageView, receipt, tiesOf, undoForm } from './person-page.ts';
import { findingsSection, foundIn } from './plan/findings.ts';
import { nextAction } from './plan/next-action.ts';
import { firstRotation, rotationBoard } from './plan/rotation-board.ts';
import { seasonPicture } from './plan/season-picture.ts';
import { thisMonth } from './plan/this-month.ts';
import { waitingSection } from './plan/waiting.ts';
import { possibleOccasions } from './rotation-words.ts';
import { status } from './status.ts';

/** @param problem the form that was refused, if any */
export function planPage(view: PageView, problem?: Problem): string {
  const { facts } = view.applicant;
  const occasions = possibleOccasions(view);
  const found = foundIn(view);
  const conflicts = found.filter(
    ({ severity, subject }) => severity === 'impossible' && subject !== 'plan',
  );
  const isErasOpen = occasions.some(({ event }) => event === 'eras-submitted');
  const recorded = receipt(view, view.paths.plan);
  return page(
    problem ? 'Nothing was changed' : 'Your plan',
    html`<h1 class="person">${facts.profile.name}: your rotation plan ${stateChip(view)}</h1>
${problemSummary(problem, [erasForm()])}
${recorded}
${columns(
  html`${facts.rotations.length === 0 ? firstRotation(view) : nextAction(view, occasions)}
${facts.rotations.length === 0 ? '' : rotationBoard(view, occasions, conflicts)}
${seasonSection(view)}`,
  html`${thisMonth(view, occasions, facts.rotations.length === 0 ? 0 : 1)}
${waitingSection(view)}
${lettersSection(view)}
${findingsSection(found.filter((each) => !conflicts.includes(each)))}
${isErasOpen ? foldedForm(erasForm(), tiesOf(view, view.paths.plan), false, problem) : ''}
${recorded === '' ? undoForm(view, view.paths.plan) : ''}`,
)}`,
    navigationOf(view, 'Plan'),
  );
}

/** How the plan is, beside whose it is. */
function stateChip({ applicant: { facts, reach }, world, now }: PageView): Html {
  const at = agendaAt(facts, world, now, reach === 'ok');
  const { state } = at;
  switch (state.name) {
    case 'on-track':
      return status('done', 'on track');
    case 'needs-you':
      return state.late > 0 ? status('late', `${state.late} late`) : status('to-do', 'your turn');
    case 'cannot-be':
      return status('late', 'not possible as planned');
    case 'waiting':
      return status('waiting', 'waiting on others');
    default:
      return status('waiting', stateWords(at).title);
  }
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
  return section(
    'letters',
    `Letters: ${covered} of ${LETTERS_WANTED}`,
    html`${list(slots.map(({ placed, words }) => (placed ? letterLine(view, placed) : status('to-do', words))))}
<p class="line"><span class="quiet">${byMode ? `${byMode} · ` : ''}${inEras} in ERAS${late.length > 0 ? `, ${late.length} too late for the first review` : ''}</span><a class="target" href="${view.paths.rotation(OWN_LETTERS)}">All letters and the packet</a></p>`,
  );
}
