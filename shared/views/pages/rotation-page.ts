/** One rotation: its state, and a form for everything that can be reported now, most likely first. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import type { DiaryEvent } from '#shared/plan/moves/diary.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { formOf } from '#shared/words/answer-form.ts';
import { hostRules } from '#shared/words/host-rules.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { hostPlaces } from '#shared/words/where.ts';
import { banner, columns, outgoing, section } from '../components.ts';
import { MODE_WORDS, ROUTE_WORDS } from '../forms/choices.ts';
import { foldedForm, problemSummary } from '../forms/form.ts';
import { rotationForms } from '../forms/rotation-forms.ts';
import { correctionForm } from './add-page.ts';
import { hostRulesSection } from './host-rules.ts';
import { page } from './layout.ts';
import { lettersSection } from './letters/rotation-letters.ts';
import {
  navigationOf,
  type PageView,
  receipt,
  seasonNotice,
  tiesOf,
  undoForm,
} from './person-page.ts';
import { papersSection } from './rotation-papers.ts';
import { diarySection, dueSection, historySection } from './rotation-sections.ts';
import {
  datesOf,
  possibleOccasions,
  rotationShape,
  rotationStatus,
  stateWords,
} from './rotation-words.ts';
import { track } from './track.ts';

/**
 * @param wanted the form the link asked for: shown first and open
 * @param problem the form that was refused, if any
 */
export function rotationPage(
  view: PageView,
  rotation: Rotation,
  wanted?: string,
  problem?: Problem,
): string {
  const action = view.paths.rotation(rotation.id);
  const isWanted = (occasion: Occasion) => wanted !== undefined && formOf(occasion) === wanted;
  const occasions = possibleOccasions(view);
  const own = occasions
    .filter(({ rotationId }) => rotationId === rotation.id)
    .toSorted((a, b) => Number(isWanted(b)) - Number(isWanted(a)));
  const forms = inOrder(
    rotationForms(rotation, view.applicant.facts, view.world, view.now),
    [...(wanted ? [wanted] : []), ...own.map(formOf)],
    isFinished(rotation.stage),
  );
  const correction = correctionForm(rotation);
  const opened = problem?.form ?? forms[0]?.key;
  const folded = (form: Form): Html =>
    foldedForm(form, tiesOf(view, action), form.key === opened, problem);

  const diary = forms.filter(({ type }) => OF_THE_DAYS.has(type));
  const others = forms.filter((form) => !diary.includes(form));
  const [general, special] = [others.filter(isGeneral), others.filter((form) => !isGeneral(form))];
  const whatHappened =
    general.length > 0 ? section('report', 'What happened?', general.map(folded)) : '';
  const checklist = papersSection(view, rotation, special, folded);
  const letters = lettersSection(view, rotation, special, folded);
  const days = diarySection(rotation, diary, folded);
  const recorded = receipt(view, action);
  const rules = hostRules(rotation, view.applicant.facts, view.world, 'applicant');
  const hostSection = hostRulesSection(rules, view.reported);
  const isConflict = rules.some(({ state }) => state === 'not-met');
  return page(
    problem ? 'Nothing was changed' : nameOf(rotation),
    html`<h1>${nameOf(rotation)}</h1>
${seasonNotice(view)}
<p class="line"><span>${datesOf(rotation)} · ${MODE_WORDS[rotation.mode]} · ${ROUTE_WORDS[rotation.route]}</span>${hostPlaces(rotation, view.world).map(outgoing)}</p>
${track(rotation, rotationShape(view, rotation, occasions), true)}
<p>${rotationStatus(view, rotation, occasions)} <span class="quiet">${stateWords(rotation, 'applicant')}</span></p>
${rotation.startedIncomplete ? banner('banner', 'This rotation began before every document was accepted.') : ''}
${problemSummary(problem, [...forms, correction])}
${recorded}
${columns(
  html`${dueSection(view, rotation, own, forms)}
${isConflict ? hostSection : ''}
${inTurn(forms[0], { checklist, letters, report: whatHappened, days })}
${recorded === '' ? undoForm(view, action) : ''}`,
  html`${isConflict ? '' : hostSection}
<section aria-label="Corrections">${folded(correction)}</section>
${historySection(view, rotation.id)}`,
)}`,
    navigationOf(view, 'Rotations'),
  );
}

/** The diary has its own section. */
const OF_THE_DAYS: ReadonlySet<string> = new Set<DiaryEvent['type']>([
  'cases-counted',
  'mentor-named',
  'talk-held',
  'task-given',
  'task-done',
]);

/** The likely ones first; after the rotation, a letter's steps next; then the stage table's order. */
function inOrder(
  forms: readonly Form[],
  likely: readonly (string | undefined)[],
  isAfterEnd: boolean,
): Form[] {
  const place = (form: Form) => {
    const index = likely.indexOf(form.key);
    if (index !== -1) return index;
    return isAfterEnd && !isGeneral(form) ? likely.length : likely.length + 1;
  };
  return forms.toSorted((a, b) => place(a) - place(b));
}

/** The forms of documents and letters are shown beside them instead. */
function isGeneral({ type, key }: Form): boolean {
  return !(key.includes('.') && (type === 'document-updated' || type.startsWith('letter-')));
}

/** The section of the form that is likely stands first. */
function inTurn(
  first: Form | undefined,
  sections: Readonly<Record<'checklist' | 'letters' | 'report' | 'days', Html | string>>,
): (Html | string)[] {
  const { checklist, letters, report, days } = sections;
  if (!first || isGeneral(first)) return [report, days, letters, checklist];
  return first.type === 'document-updated'
    ? [checklist, letters, report, days]
    : [letters, report, days, checklist];
}
