/** The forms of the plan page. */
import type { Form } from '#shared/exchange/fields/field.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { hostNamed } from '#shared/world/hosts/hosts.ts';
import { ZONES } from './choices.ts';
import { fieldsOf } from './event-form.ts';
import { wishForms } from './wish-forms.ts';

export function zoneForm({ profile }: Facts): Form {
  return {
    key: 'zone-changed',
    type: 'zone-changed',
    title: 'Change my time zone',
    text: 'Emails arrive in the morning in this time zone. Dates are shown in it, too.',
    fields: fieldsOf('zone-changed', {
      zone: {
        suggestions: ZONES,
        hint: 'For example: Asia/Kolkata, Europe/London, or Pacific/Auckland.',
      },
    }),
    hidden: {},
    values: { zone: profile.zone },
    button: 'Save the time zone',
  };
}

export function erasForm(): Form {
  return {
    key: 'eras-submitted',
    type: 'eras-submitted',
    title: 'I submitted my ERAS application',
    text: 'Reminders to submit will stop.',
    fields: [],
    hidden: {},
    values: {},
    button: 'I submitted it',
  };
}

export function planForms(facts: Facts): Form[] {
  return [zoneForm(facts), erasForm(), ...wishForms(facts)];
}

/** A rotation added under a host name or alias in the directory gets that host's visiting rules. */
export function withKnownHost(event: Event): Event {
  if (event.type !== 'rotation-added') return event;
  const { rotation } = event;
  if (rotation.host.institutionId || rotation.host.programCode) return event;
  const { host: known } = hostNamed(rotation.host.name);
  if (!known) return event;
  return {
    ...event,
    rotation: { ...rotation, host: { ...rotation.host, institutionId: known.id } },
  };
}
