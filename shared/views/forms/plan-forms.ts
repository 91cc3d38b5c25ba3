/** The forms of the plan page. */
import { cities, cityOf } from '#shared/base/time/cities.ts';
import type { Field, Form } from '#shared/exchange/fields/field.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { hostNamed } from '#shared/world/hosts/hosts.ts';
import { formOfType } from './event-form.ts';
import { wishForms } from './wish-forms.ts';

/** Typed as a city, and found by its country, too. */
export function zoneField(): Pick<Field, 'suggestions' | 'hint'> {
  return {
    suggestions: cities().map(({ name }) => name),
    hint: 'A large city where clocks show your time, such as Kolkata, India. Type a city or a country.',
  };
}

export function zoneForm({ profile }: Facts): Form {
  return formOfType('zone-changed', {
    title: 'Change my time zone',
    text: 'Emails arrive in the morning in this time zone. Dates are shown in it, too.',
    changes: {
      zone: zoneField(),
    },
    values: { zone: cityOf(profile.zone) },
    button: 'Save the time zone',
  });
}

export function erasForm(): Form {
  return formOfType('eras-submitted', {
    title: 'I submitted my ERAS application',
    text: 'Reminders to submit will stop.',
    button: 'I submitted it',
  });
}

export function planForms(facts: Facts): Form[] {
  return [zoneForm(facts), erasForm(), ...wishForms(facts)];
}

/** A rotation under a host name or alias in the directory gets that host's visiting rules. */
export function withKnownHost(event: Event): Event {
  if (event.type !== 'rotation-added' && event.type !== 'rotation-corrected') return event;
  const { rotation } = event;
  if (rotation.host.institutionId || rotation.host.programCode) return event;
  const { host: known } = hostNamed(rotation.host.name);
  if (!known) return event;
  const host = { ...rotation.host, institutionId: known.id };
  return event.type === 'rotation-added'
    ? { ...event, rotation: { ...event.rotation, host } }
    : { ...event, rotation: { ...event.rotation, host } };
}
