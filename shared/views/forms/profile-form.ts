/** The form of the profile: what the rules need to know about an applicant. */

import type { Field, Form } from '#shared/exchange/fields/field.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import { ENTRY_HINT } from '#shared/words/entry-words.ts';
import { fieldsOf } from './event-form.ts';

export function profileForm(profile: Profile): Form {
  return {
    key: 'profile-changed',
    type: 'profile-changed',
    title: 'Change my profile',
    text: 'Fields you leave empty stay as they are. Dates, reminders, and advice update at once.',
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
  'profile.phone': { hint: 'Include the country code. Only your advisors see it.' },
  'profile.matchYear': {
    required: true,
    hint: 'The year of the March you want to match in. For 2028, you apply in September 2027.',
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
    hint: 'The actual or planned day. Many hosts accept students only until they graduate.',
  },
  'profile.schoolInVslo': {
    hint: 'VSLO is the AAMC’s service for visiting students. Ask your dean’s office whether your school participates.',
  },
  'profile.ecfmgCertified': {
    hint: 'The certificate for graduates of medical schools outside the US. Some hosts require it.',
  },
  'profile.entry': { hint: ENTRY_HINT },
  'profile.visaWaitDays': {
    hint: 'For a visitor visa at your consulate, as the US embassy’s website states it today.',
  },
  'profile.visaWaitReadOn': { hint: 'Wait times change every week. Check again each month.' },
});
