/** The forms of the plan, and those that set when, and about what, an applicant is emailed. */

import type { Putting } from '#shared/base/links/urls.ts';
import { cities, cityOf } from '#shared/base/time/cities.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { ClockTime } from '#shared/base/time/instant.ts';
import { phraseDay, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Choice, Field, Form } from '#shared/exchange/fields/field.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import {
  DIGEST_HOURS,
  mailingOf,
  QUIET_FROM_HOURS,
  QUIET_UNTIL_HOURS,
} from '#shared/plan/facts/mailing.ts';
import { TOPIC_NAMES, TOPICS, type TopicName } from '#shared/plan/facts/topics.ts';
import { isInUs, isListed } from '#shared/plan/rotation/kind.ts';
import { hostNamed } from '#shared/world/hosts/hosts.ts';
import { formOfType } from './form.ts';

/** Typed as a city, and found by its country, too. */
export function zoneField(): Pick<Field, 'suggestions' | 'hint'> {
  return {
    suggestions: cities().map(({ name }) => name),
    hint: 'Your city, such as Pune, India, or another city in your time zone.',
  };
}

export function zoneForm({ profile }: Facts): Form {
  return formOfType('zone-changed', {
    title: 'Change my time zone',
    text: 'Emails arrive in the morning in this time zone. Dates are shown in it, too.',
    changes: { zone: zoneField() },
    values: { zone: cityOf(profile.zone) },
    button: 'Save the time zone',
  });
}

/** The report, or once it is made, its correction. */
export function erasForm({ erasSubmittedOn }: Pick<Facts, 'erasSubmittedOn'> = {}): Form {
  if (erasSubmittedOn) {
    return formOfType('eras-corrected', {
      title: 'Correct: ERAS application submitted',
      text: `Your plan says that you submitted it on ${phraseDay(erasSubmittedOn)}.`,
      changes: {
        submittedOn: {
          hint: 'Leave it empty if you have not submitted it yet. Reminders start again.',
        },
      },
      button: 'Save the correction',
    });
  }
  return formOfType('eras-submitted', {
    title: 'I submitted my ERAS application',
    text: 'Reminders to submit will stop.',
    button: 'I submitted it',
  });
}

/** A rotation in the US under a host name or alias in the directory gets that host's visiting rules. */
export function withKnownHost(event: Event): Event {
  if (event.type !== 'rotation-added' && event.type !== 'rotation-corrected') return event;
  const { host } = event.rotation;
  const isNamed = !isListed(host) && isInUs(event.rotation);
  const known = isNamed ? hostNamed(host.name).host : undefined;
  if (!known) return event;
  const rotation = { ...event.rotation, host: { ...host, institutionId: known.id } };
  return { ...event, rotation } as typeof event;
}

const PRESETS = [
  { days: 1, title: 'Tomorrow' },
  { days: 3, title: 'In three days' },
];

/** A button for each common day, then a form for any other. `before`: the day of the next reminder that may not be held back. */
export function laterForms({ rule, subject }: Putting, today: Day, before?: Day): Form[] {
  const about = { rule, subject };
  const offered = PRESETS.map((preset) => ({ ...preset, until: plusDays(today, preset.days) }));
  const presets = offered
    .filter(({ until }) => !before || until < before)
    .map(({ days, title, until }) =>
      formOfType('snoozed', {
        key: `snoozed.${days}`,
        title,
        text: '',
        hidden: { ...about, until },
        button: `Remind me on ${phraseShortDay(until)}`,
      }),
    );
  const isOpen = !before || plusDays(today, 1) < before;
  return isOpen ? [...presets, ownDayForm(about, before)] : [];
}

function ownDayForm(about: Putting, before: Day | undefined): Form {
  const last = before && phraseDay(plusDays(before, -1));
  return formOfType('snoozed', {
    title: 'On another day',
    text: '',
    changes: last ? { until: { hint: `The last day you can choose is ${last}.` } } : {},
    hidden: { ...about },
    button: 'Remind me that day',
  });
}

export function wakeForm({ rule, subject }: Putting, title: string): Form {
  return formOfType('snooze-ended', {
    key: `snooze-ended.${rule}.${subject}`.replaceAll('/', '.'),
    title,
    text: 'Reminders about it start again.',
    hidden: { rule, subject },
    button: 'Remind me again',
  });
}

export function emailHoursForm(facts: Facts): Form {
  const { hour, quietFrom, quietUntil } = mailingOf(facts);
  const morning = { value: 'morning', label: 'between 9 and 11 a.m.' };
  return formOfType('email-hours-set', {
    title: 'When emails arrive',
    text: 'Reminders come when something is due.',
    changes: {
      hour: { choices: [morning, ...DIGEST_HOURS.map(clockChoice)] },
      quietFrom: {
        choices: QUIET_FROM_HOURS.map(clockChoice),
        hint: 'During quiet hours, we email only what cannot wait.',
      },
      quietUntil: { choices: QUIET_UNTIL_HOURS.map(clockChoice) },
    },
    values: { hour: hour ?? 'morning', quietFrom, quietUntil },
    button: 'Save these times',
  });
}

export function topicForms(facts: Facts): Form[] {
  const { stopped } = mailingOf(facts);
  return TOPIC_NAMES.map((topic) => topicForm(topic, stopped.includes(topic)));
}

function topicForm(topic: TopicName, isStopped: boolean): Form {
  const { label } = TOPICS[topic];
  return formOfType('topic-set', {
    title: `Emails about ${label}`,
    text: '',
    hidden: { topic, wish: isStopped ? 'emailed' : 'stopped' },
    button: isStopped ? `Email me about ${label}` : `Stop emails about ${label}`,
  });
}

function clockChoice(time: ClockTime): Choice {
  return { value: time, label: hourWords(time) };
}

/** `21:00` → `9 p.m.` */
export function hourWords(time: ClockTime): string {
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 || 12} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}
