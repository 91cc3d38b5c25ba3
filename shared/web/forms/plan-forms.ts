/** The forms of the plan page: what a person reports of themselves. */
import type { Facts } from '../../applicant/facts.ts';
import { institutions } from '../../programmes/directory.ts';
import type { Event } from '../../rotation/events.ts';
import { MODES, ROUTES, SPECIALTIES } from './choices.ts';
import type { Field, Form } from './field.ts';
import { labelOf } from './labels.ts';
import { ZONES } from './zones.ts';

export function zoneForm({ profile }: Facts): Form {
  return {
    key: 'zone-changed',
    type: 'zone-changed',
    title: 'Change my time zone',
    says: 'Mails come in the morning of this zone, and dates are shown in it.',
    fields: [
      {
        name: 'zone',
        label: labelOf('zone'),
        kind: 'line',
        required: true,
        suggestions: ZONES,
        hint: 'For example Asia/Kolkata, Europe/London or Pacific/Auckland.',
      },
    ],
    hidden: {},
    values: { zone: profile.zone },
    button: 'Save the time zone',
  };
}

export function erasForm(): Form {
  return {
    key: 'eras-submitted',
    type: 'eras-submitted',
    title: 'I have submitted my ERAS application',
    says: 'The reminders to submit stop.',
    fields: [],
    hidden: {},
    values: {},
    button: 'I have submitted',
  };
}

export function addRotationForm(): Form {
  return {
    key: 'rotation-added',
    type: 'rotation-added',
    title: 'Add a rotation',
    says: 'It goes on your list. You can decide later whether to apply.',
    fields: addFields(),
    hidden: { 'rotation.country': 'US' },
    values: { 'rotation.specialty': 'ir', 'rotation.mode': 'hands-on' },
    button: 'Add the rotation',
  };
}

/** An added rotation at a host whose name the directory knows gets that host's visiting rules. */
export function withKnownHost(event: Event): Event {
  if (event.type !== 'rotation-added') return event;
  const { rotation } = event;
  const known = institutions().find(({ name }) => sameName(name, rotation.host.name));
  if (!known) return event;
  return {
    ...event,
    rotation: { ...rotation, host: { ...rotation.host, institutionId: known.id } },
  };
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function addFields(): Field[] {
  return [
    {
      name: 'rotation.host.name',
      label: labelOf('rotation.host.name'),
      kind: 'line',
      required: true,
      suggestions: institutions().map(({ name }) => name),
      hint: 'The hospital or school. For a suggested name we know the visiting rules.',
    },
    {
      name: 'rotation.specialty',
      label: labelOf('rotation.specialty'),
      kind: 'choice',
      choices: SPECIALTIES,
      required: true,
    },
    {
      name: 'rotation.mode',
      label: labelOf('rotation.mode'),
      kind: 'choice',
      choices: MODES,
      required: true,
    },
    {
      name: 'rotation.route',
      label: labelOf('rotation.route'),
      kind: 'choice',
      choices: ROUTES,
      required: true,
    },
    { name: 'rotation.dates.start', label: labelOf('rotation.dates.start'), kind: 'day' },
    {
      name: 'rotation.dates.end',
      label: labelOf('rotation.dates.end'),
      kind: 'day',
      hint: 'Leave both days empty if you do not know them yet.',
    },
    {
      name: 'rotation.windowClosesOn',
      label: labelOf('rotation.windowClosesOn'),
      kind: 'day',
      hint: 'If you know it.',
    },
  ];
}
