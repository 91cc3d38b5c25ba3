/** One rotation: its steps, what is to be reported now, and a link to the form of everything else that can be reported. */
import { type Html, html } from '#shared/base/html.ts';
import { atForm } from '#shared/base/links/urls.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import type { DiaryEvent } from '#shared/plan/moves/diary.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { formOf } from '#shared/words/answer-form.ts';
import { hostRules } from '#shared/words/host-rules.ts';
import { hostPlaces } from '#shared/words/where.ts';
import { type Body, banner, columns, fold, link, outgoing } from '../components.ts';
import { rotationForms } from '../forms/rotation-forms.ts';
import { correctionForm } from './add-page.ts';
import { hostRulesSection } from './host-rules.ts';
import { lettersSection } from './letters/applicant-letters.ts';
import { type PageView, personPage, undoBelow } from './person-page.ts';
import { nowSection, openedSection } from './rotation-now.ts';
import { papersSection } from './rotation-papers.ts';
import { diarySection, historySection, ownSection, tellHostSection } from './rotation-sections.ts';
import {
  datesOf,
  possibleOccasions,
  rotationShape,
  rotationStatus,
  stateWords,
} from './rotation-words.ts';
import { track } from './status.ts';

/** `wanted`: the form the link asked for, in the place of what is due. `problem`: the form that was refused. */
export function rotationPage(
  view: PageView,
  rotation: Rotation,
  wanted?: string,
  problem?: Problem,
): string {
  const action = view.paths.rotation(rotation.id);
  const { facts } = view.applicant;
  const occasions = possibleOccasions(view);
  const own = occasions.filter(({ rotationId }) => rotationId === rotation.id);
  const likely = own.map(formOf);
  const forms = [
    ...inOrder(
      rotationForms(rotation, facts, view.world, view.now),
      likely,
      isFinished(rotation.stage),
    ),
    correctionForm(rotation),
  ];
  const opened = forms.find(({ key }) => key === (problem?.form ?? wanted));
  const shown = opened ?? forms.find(({ key }) => key === likely[0]);
  const linked = (form: Form): Html => link(atForm(action, form.key), form.title);
  const others = forms.filter((form) => form !== shown);
  const part = { ...view, rotation, action, forms, others, occasions: own, linked };
  const rules = hostRules(rotation, facts, view.world, 'applicant');
  const hostSection = hostRulesSection(rules, view.reported);
  const isConflict = rules.some(({ state }) => state === 'not-met');
  const now = opened ? openedSection(part, opened, problem) : nowSection(part);
  const ownNotes = ownSection(part, forms.filter(isOwn));
  const diary = diarySection(part, forms.filter(isOfTheDays));
  const letters = lettersSection(part);
  const lead = html`
<p class="line"><span>${datesOf(rotation)} · ${rotation.mode}</span>${hostPlaces(rotation, view.world).map(outgoing)}</p>
${track(rotation, rotationShape(view, rotation), true)}
<p>${rotationStatus(view, rotation)}${rotation.closed ? '' : html` <span class="quiet">· ${stateWords(rotation, 'applicant')}</span>`}</p>
${rotation.startedIncomplete ? banner('banner', 'This rotation began before every document was accepted.') : ''}`;
  const body = columns(
    html`${now}
${tellHostSection(part)}
${isConflict ? hostSection : ''}
${isFinished(rotation.stage) ? [letters, diary] : [diary, letters]}
${papersSection(part)}
${undoBelow(view, action)}`,
    html`${isConflict ? '' : hostSection}
${ownNotes}
${whatElse(others.filter((form) => isGeneral(form) || (isOwn(form) && ownNotes === '')).map(linked), now === '')}
${historySection(view, rotation.id)}`,
  );
  const page = { title: nameOf(rotation), here: 'Rotations', lead, body } as const;
  return personPage(view, page, { action, problem, drawn: forms });
}

/** Open where nothing else is there to press. */
function whatElse(links: readonly Body[], isOpen: boolean): Html | '' {
  return links.length > 0
    ? fold('What else happened?', html`<p class="line">${links}</p>`, 'form', isOpen)
    : '';
}

const OF_THE_DAYS: ReadonlySet<string> = new Set<DiaryEvent['type']>([
  'cases-counted',
  'mentor-named',
  'talk-held',
  'task-given',
  'task-done',
]);

/** The diary has its own section. */
function isOfTheDays({ type }: Form): boolean {
  return OF_THE_DAYS.has(type);
}

/** For the applicant alone. */
function isOwn({ type }: Form): boolean {
  return type === 'note-kept' || type.startsWith('own-task-');
}

/** The forms of the diary, of papers, and of letters are shown beside them instead. */
function isGeneral(form: Form): boolean {
  const { type, key } = form;
  const isOfPart = key.includes('.') && (type === 'document-updated' || type.startsWith('letter-'));
  return !isOfPart && !isOfTheDays(form) && !isOwn(form);
}

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
