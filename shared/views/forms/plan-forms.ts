/** The forms of the plan page: what a person reports of themselves. */

import type { Form } from '#shared/exchange/fields/field.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import { fieldsOf } from './event-form.ts';
import { wishForms } from './wish-forms.ts';
import { ZONES } from './zones.ts';

/** The zone in which dates are shown and emails arrive. */
export function zoneForm({ profile }: Facts): Form {
  return {
    key: 'zone-changed',
    type: 'zone-changed',
    title: 'Change my time zone',
    says: 'Emails come in the morning of this zone, and dates are shown in it.',
    fields: fieldsOf('zone-changed', {
      zone: {
        suggestions: ZONES,
        hint: 'For example Asia/Kolkata, Europe/London or Pacific/Auckland.',
      },
    }),
    hidden: {},
    values: { zone: profile.zone },
    button: 'Save the time zone',
  };
}

/** Reports that the ERAS application was submitted. */
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

/** Every form of the plan page. */
export function planForms(facts: Facts): Form[] {
  return [zoneForm(facts), erasForm(), ...wishForms(facts)];
}

/** An added rotation at a host whose name the directory knows gets that host's visiting rules. */
export function withKnownHost(event: Event): Event {
  if (event.type !== 'rotation-added') return event;
  const { rotation } = event;
  if (rotation.host.institutionId || rotation.host.programCode) return event;
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
