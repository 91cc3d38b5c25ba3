/** What an advisor can record of an applicant's words, and what stays between the applicant and the plan. */
import { expect, test } from 'vitest';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { wordForms } from '#shared/views/pages/report/advisor-forms.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { acceptedAtBrown } from '../../../plan/moves/stories.ts';

const APRIL = '2027-04-01T15:00:00.000Z';
const { rotation, facts } = acceptedAtBrown();
const noted: Rotation = {
  ...rotation,
  ownNote: 'I miss my sister',
  ownTasks: [{ title: 'Call aunt Mary', dueOn: '2027-04-20' }],
};
const forms = wordForms(noted, facts, PUBLISHED_WORLD, APRIL);

test('what the host asked for can be recorded', () => {
  expect(forms.map(({ type }) => type)).toContain('document-updated');
});

test('an applicant’s own tasks and note are shown by no form', () => {
  const shown = forms.map(({ title, fields, hidden }) => ({ title, fields, hidden }));
  expect(JSON.stringify(shown)).not.toMatch(/ownNote|sister|aunt Mary/);
});
