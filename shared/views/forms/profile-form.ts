/** The form of the profile: what the rules ask of a person. */

import type { Field, Form } from '#shared/exchange/fields/field.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import { labelOf } from '#shared/words/field-words.ts';
import { YES_NO } from './choices.ts';

export function profileForm(profile: Profile): Form {
  return {
    key: 'profile-changed',
    type: 'profile-changed',
    title: 'Change my profile',
    says: 'What you leave empty stays as it is. Dates, reminders and findings follow at once.',
    fields: FIELDS,
    hidden: {},
    values: Object.fromEntries(
      FIELDS.map(({ name }) => [
        name,
        textOf(profile[name.slice('profile.'.length) as keyof Profile]),
      ]),
    ),
    button: 'Save my profile',
  };
}

function textOf(value: string | number | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value ?? '');
}

function field(name: keyof Profile, of: Omit<Field, 'name' | 'label'>): Field {
  return { name: `profile.${name}`, label: labelOf(`profile.${name}`), ...of };
}

const FIELDS: readonly Field[] = [
  field('name', { kind: 'line', required: true }),
  field('phone', {
    kind: 'line',
    hint: 'With the country code. Only your advisor sees it.',
  }),
  field('matchYear', {
    kind: 'number',
    least: 2020,
    most: 2060,
    required: true,
    hint: 'The March you want to match in. 2028 means that you apply in September 2027.',
  }),
  field('pathway', {
    kind: 'choice',
    required: true,
    choices: [
      { value: 'integrated-ir', label: 'Integrated IR' },
      { value: 'dr-esir', label: 'DR with early specialization in IR (ESIR)' },
    ],
  }),
  field('enrollment', {
    kind: 'choice',
    required: true,
    choices: [
      { value: 'enrolled', label: 'I am a student' },
      { value: 'graduate', label: 'I have graduated' },
    ],
  }),
  field('graduationOn', {
    kind: 'day',
    hint: 'The day it was or is planned. Many hosts take students only until then.',
  }),
  field('school', { kind: 'line' }),
  field('schoolInVslo', {
    kind: 'choice',
    choices: YES_NO,
    hint: 'VSLO is the AAMC’s service for visiting students. Ask your dean’s office whether your school is in it.',
  }),
  field('ecfmgCertified', {
    kind: 'choice',
    choices: YES_NO,
    hint: 'The certificate for graduates of schools outside the US. Some hosts ask for it.',
  }),
  field('needsVisa', {
    kind: 'choice',
    choices: YES_NO,
    hint: 'Do you need one to enter the US? Nobody but your advisor sees the answer, and no mail names it.',
  }),
  field('visaWaitDays', {
    kind: 'number',
    least: 0,
    most: 1000,
    hint: 'At your consulate, for a visitor visa, as the US embassy’s page states it today.',
  }),
  field('visaWaitReadOn', {
    kind: 'day',
    hint: 'Waits change by the week: look again each month.',
  }),
];
