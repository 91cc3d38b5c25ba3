/** The forms of experiences beside the plan's rotations, and of the stories for interviews. */

import type { Field, Form } from '#shared/exchange/fields/field.ts';
import { STORY_PROMPTS } from '#shared/plan/experience/story-prompts.ts';
import { STORY_KINDS, type StoryKind } from '#shared/plan/facts/experience.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { labelOf } from '#shared/words/field-words.ts';
import { MODES, SPECIALTIES } from './choices.ts';

/** A form for each thing that can be written down for ERAS. */
export function experienceForms(facts: Facts): Form[] {
  return [
    EXPERIENCE_FORM,
    ...(facts.experiences ?? []).map(({ id, title }) => removalForm(id, title)),
    ...STORY_KINDS.map((kind) => storyForm(facts, kind)),
  ];
}

const field = (name: string, of: Omit<Field, 'name' | 'label'>): Field => ({
  name: `experience.${name}`,
  label: labelOf(`experience.${name}`),
  ...of,
});

export const EXPERIENCE_FORM: Form = {
  key: 'experience-added',
  type: 'experience-added',
  title: 'Add an experience that is not on this plan',
  says: 'For example IR at home. The rotations of your plan are listed by themselves.',
  fields: [
    field('title', { kind: 'line', required: true }),
    field('place', { kind: 'line', required: true }),
    field('country', { kind: 'line', required: true, hint: 'Two letters, for example IN or BR.' }),
    field('specialty', { kind: 'choice', choices: SPECIALTIES, required: true }),
    field('mode', {
      kind: 'choice',
      none: 'I am not sure yet',
      choices: MODES,
      hint: 'Without it nothing can be copied into ERAS.',
    }),
    field('dates.start', { kind: 'day', required: true }),
    field('dates.end', { kind: 'day', required: true }),
  ],
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
    fields: [{ name: 'story.note', label: labelOf('story.note'), kind: 'note', required: true }],
    hidden: { 'story.kind': kind },
    values: { 'story.note': stories.find((story) => story.kind === kind)?.note ?? '' },
    button: 'Save the story',
  };
}
