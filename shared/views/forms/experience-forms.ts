/** The forms of experiences beside the plan's rotations, and of the stories for interviews. */

import type { Form } from '#shared/exchange/fields/field.ts';
import { STORY_PROMPTS } from '#shared/plan/experience/story-prompts.ts';
import { STORY_KINDS, type StoryKind } from '#shared/plan/facts/experience.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { MODES, SPECIALTIES } from './choices.ts';
import { fieldsOf } from './event-form.ts';

/** A form for each thing that can be written down for ERAS. */
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
  says: 'For example IR at home. The rotations of your plan are listed by themselves.',
  fields: fieldsOf('experience-added', {
    'experience.country': { hint: 'Two letters, for example IN or BR.' },
    'experience.specialty': { choices: SPECIALTIES },
    'experience.mode': {
      none: 'I am not sure yet',
      choices: MODES,
      hint: 'Without it nothing can be copied into ERAS.',
    },
  }),
  hidden: {},
  values: { 'experience.specialty': 'ir' },
  button: 'Add the experience',
};

/** Takes one entry off the list. */
export function removalForm(experienceId: string, title: string): Form {
  return {
    key: `experience-removed.${experienceId}`,
    type: 'experience-removed',
    title: `Take out: ${title}`,
    says: 'You can undo it for 24 hours.',
    fields: [],
    hidden: { experienceId },
    values: {},
    button: 'Take the experience out',
  };
}

/** One of the stories to tell in an interview, as written so far. */
export function storyForm({ stories = [] }: Facts, kind: StoryKind): Form {
  const { title, asks } = STORY_PROMPTS[kind];
  return {
    key: `story-noted.${kind}`,
    type: 'story-noted',
    title,
    says: asks,
    fields: fieldsOf('story-noted', {}, ['story.kind']),
    hidden: { 'story.kind': kind },
    values: { 'story.note': stories.find((story) => story.kind === kind)?.note ?? '' },
    button: 'Save the story',
  };
}
