/** The forms for experiences that are not on the plan and for interview stories. */

import type { Form } from '#shared/exchange/fields/field.ts';
import { STORY_PROMPTS } from '#shared/plan/experience/story-prompts.ts';
import { STORY_KINDS, type StoryKind } from '#shared/plan/facts/experience.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { MODES, SPECIALTIES } from './choices.ts';
import { fieldsOf } from './event-form.ts';

export function experienceForms(facts: Facts): Form[] {
  return [
    EXPERIENCE_FORM,
    ...(facts.experiences ?? []).map(({ id, title }) => removalForm(id, title)),
    ...STORY_KINDS.map((kind) => storyForm(facts, kind)),
  ];
}

export const EXPERIENCE_FORM: Form = {
  key: 'experience-added',
  type: 'experience-added',
  title: 'Add an experience that is not on this plan',
  text: 'For example, IR at home. Rotations on your plan are listed automatically.',
  fields: fieldsOf('experience-added', {
    'experience.country': { hint: 'Two letters, such as IN or BR.' },
    'experience.specialty': { choices: SPECIALTIES },
    'experience.mode': {
      none: 'I am not sure yet',
      choices: MODES,
      hint: 'You cannot copy your experiences into ERAS until you choose one.',
    },
  }),
  hidden: {},
  values: { 'experience.specialty': 'ir' },
  button: 'Add the experience',
};

export function removalForm(experienceId: string, title: string): Form {
  return {
    key: `experience-removed.${experienceId}`,
    type: 'experience-removed',
    title: `Remove: ${title}`,
    text: 'You can undo this for 24 hours.',
    fields: [],
    hidden: { experienceId },
    values: {},
    button: 'Remove the experience',
  };
}

export function storyForm({ stories = [] }: Facts, kind: StoryKind): Form {
  const { title, asks } = STORY_PROMPTS[kind];
  return {
    key: `story-noted.${kind}`,
    type: 'story-noted',
    title,
    text: asks,
    fields: fieldsOf('story-noted', {}, ['story.kind']),
    hidden: { 'story.kind': kind },
    values: { 'story.note': stories.find((story) => story.kind === kind)?.note ?? '' },
    button: 'Save the story',
  };
}
