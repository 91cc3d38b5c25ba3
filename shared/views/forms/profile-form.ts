/** The form of the profile: what the rules ask of a person. */

import type { Field, Form } from '#shared/exchange/fields/field.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import { fieldsOf } from './event-form.ts';

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

const FIELDS: readonly Field[] = fieldsOf('profile-changed', {
  // Prefilled, and never empty.
  'profile.name': { required: true },
  'profile.phone': { hint: 'With the country code. Only your advisor sees it.' },
  'profile.matchYear': {
    required: true,
    hint: 'The March you want to match in. 2028 means that you apply in September 2027.',
  },
  'profile.pathway': {
    required: true,
    choices: [
      { value: 'integrated-ir', label: 'Integrated IR' },
      { value: 'dr-esir', label: 'DR with early specialization in IR (ESIR)' },
    ],
  },
  'profile.enrollment': {
    required: true,
    choices: [
      { value: 'enrolled', label: 'I am a student' },
      { value: 'graduate', label: 'I have graduated' },
    ],
  },
  'profile.graduationOn': {
    hint: 'The day it was or is planned. Many hosts take students only until then.',
  },
  'profile.schoolInVslo': {
    hint: 'VSLO is the AAMC’s service for visiting students. Ask your dean’s office whether your school is in it.',
  },
  'profile.ecfmgCertified': {
    hint: 'The certificate for graduates of schools outside the US. Some hosts ask for it.',
  },
  'profile.needsVisa': {
    hint: 'Do you need one to enter the US? Nobody but your advisor sees the answer, and no email names it.',
  },
  'profile.visaWaitDays': {
    hint: 'At your consulate, for a visitor visa, as the US embassy’s page states it today.',
  },
  'profile.visaWaitReadOn': { hint: 'Waits change by the week: look again each month.' },
});
