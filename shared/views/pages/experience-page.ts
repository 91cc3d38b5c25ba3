/** `/a/<token>/experience`: experiences to copy into ERAS and the CV, and interview stories. */
import { type Html, html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import {
  cvLine,
  type ErasExperience,
  erasExport,
  roleWords,
} from '#shared/plan/experience/eras-export.ts';
import { STORY_KINDS, type StoryKind } from '#shared/plan/facts/experience.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { banner, bullets, columns, section } from '../components.ts';
import { MODES, SPECIALTIES } from '../forms/choices.ts';
import { formOfType } from '../forms/form.ts';
import { formsOn, type PageView, personPage } from './person-page.ts';

export function experiencePage(view: PageView, problem?: Problem): string {
  const { facts } = view.applicant;
  const forms = formsOn(view, view.paths.experience, problem);
  const list = erasExport(facts);
  return personPage(
    view,
    {
      title: 'For ERAS, CV, and interviews',
      body: columns(
        section(
          'eras',
          'Experiences, to copy into MyERAS',
          html`<p class="quiet">ERAS takes ten. The guide’s order: IR rotations in the US, other US rotations, then IR at home.
Each entry states whether you were hands-on or an observer.</p>
${list.ok ? erasList(list.value.listed, list.value.leftOut) : refused(list.failure)}`,
        ),
        html`${section(
          'others',
          'Not on this plan',
          html`${(facts.experiences ?? []).map(
            ({ id, title, place, mode }) =>
              html`<p>${title}, ${place}: ${mode ? roleWords(mode).toLowerCase() : 'your role is not entered'}</p>${forms.folded(removalForm(id, title))}`,
          )}
${forms.folded(EXPERIENCE_FORM)}`,
        )}
${section(
  'stories',
  `Stories for interviews: ${facts.stories?.length ?? 0} of ${STORY_KINDS.length}`,
  html`<p class="quiet">Interviewers ask for two or three. Write them down while they are fresh, and leave out anything about patients.</p>
${STORY_KINDS.map((kind) => forms.folded(storyForm(facts, kind)))}`,
)}`,
      ),
    },
    forms,
  );
}

function refused(sentences: readonly string[]): Html {
  return banner('banner', html`<p>Nothing can be copied yet:</p>${bullets(sentences)}`);
}

function erasList(listed: readonly ErasExperience[], leftOut: readonly ErasExperience[]): Html {
  if (listed.length === 0)
    return html`<p>Nothing to list yet. A rotation appears here once it starts.</p>`;
  return html`<ol>${listed.map(
    (each) => html`<li><strong>${each.title}</strong>, ${each.place} (${each.country})<br>
${phraseDay(each.dates.start)} to ${phraseDay(each.dates.end)}. <strong>${each.role}</strong>.<br>
${each.description ? html`${each.description}<br>` : ''}<span class="quiet">For the CV: ${cvLine(each)}</span></li>`,
  )}</ol>
${leftOut.length > 0 ? html`<p>Not listed, because ERAS takes only ten: ${leftOut.map(({ title, place }) => `${title}, ${place}`).join('; ')}.</p>` : ''}`;
}

const EXPERIENCE_FORM = formOfType('experience-added', {
  title: 'Add an experience that is not on this plan',
  text: 'For example, IR at home. Rotations on your plan are listed automatically.',
  changes: {
    'experience.country': { hint: 'Two letters, such as IN or BR.' },
    'experience.specialty': { choices: SPECIALTIES },
    'experience.mode': {
      none: 'I am not sure yet',
      choices: MODES,
      hint: 'You cannot copy your experiences into ERAS until you choose one.',
    },
  },
  values: { 'experience.specialty': 'ir' },
  button: 'Add the experience',
});

function removalForm(experienceId: string, title: string): Form {
  return formOfType('experience-removed', {
    title: `Remove: ${title}`,
    text: 'You can undo this for 24 hours.',
    hidden: { experienceId },
    button: 'Remove the experience',
  });
}

function storyForm({ stories = [] }: Facts, kind: StoryKind): Form {
  const { title, asks } = STORY_PROMPTS[kind];
  return formOfType('story-noted', {
    title,
    text: asks,
    hidden: { 'story.kind': kind },
    values: { 'story.note': stories.find((story) => story.kind === kind)?.note ?? '' },
    button: 'Save the story',
  });
}

/** Prompts for the three interview stories that the guide recommends (G20). */
const STORY_PROMPTS: Readonly<
  Record<StoryKind, { readonly title: string; readonly asks: string }>
> = {
  'challenging-case': {
    title: 'A challenging clinical scenario',
    asks: 'What was hard, what did you do, and what did you learn? Enter nothing that could identify a patient.',
  },
  teamwork: {
    title: 'Teamwork between professions',
    asks: 'Who worked together, what was your role, and what was the result?',
  },
  feedback: {
    title: 'Feedback that you acted on',
    asks: 'What was the feedback, what did you change, and how did you know that it helped?',
  },
};
