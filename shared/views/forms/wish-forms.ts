/** The forms by which a person says how they wish to be emailed: put off, woken, at what hours, of what. */

import type { Putting } from '#shared/base/links/urls.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { ClockTime } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Choice, Form } from '#shared/exchange/fields/field.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import {
  DIGEST_HOURS,
  mailingOf,
  QUIET_FROM_HOURS,
  QUIET_UNTIL_HOURS,
} from '#shared/plan/facts/mailing.ts';
import { TOPIC_NAMES, TOPICS, type TopicName } from '#shared/plan/facts/topics.ts';
import { OVERVIEWS, WEEKDAY_CHOICES } from './choices.ts';
import { fieldsOf } from './event-form.ts';

const PRESETS = [
  { days: 1, title: 'Tomorrow' },
  { days: 3, title: 'In three days' },
];

/** Tomorrow and in three days, each one button; then a day of one's own. */
export function laterForms({ rule, subject }: Putting, today: Day): Form[] {
  const about = { rule, subject };
  const presets = PRESETS.map(({ days, title }) => {
    const until = plusDays(today, days);
    return {
      key: `snoozed.${days}`,
      type: 'snoozed',
      title,
      says: `We remind you on ${phraseDay(until)}.`,
      fields: [],
      hidden: { ...about, until },
      values: {},
      button: `Remind me on ${phraseDay(until)}`,
    };
  });
  return [...presets, ownDayForm(about)];
}

function ownDayForm(about: Putting): Form {
  return {
    key: 'snoozed',
    type: 'snoozed',
    title: 'On a day of my choice',
    says: 'Until that morning we say nothing of it.',
    fields: fieldsOf(
      'snoozed',
      {
        confirmed: {
          kind: 'choice',
          choices: [{ value: 'yes', label: 'Remind me then all the same' }],
        },
      },
      ['rule', 'subject'],
    ),
    hidden: { ...about },
    values: {},
    button: 'Remind me on this day',
  };
}

/** Ends a snooze. */
export function wakeForm({ rule, subject }: Putting, title: string): Form {
  return {
    key: `snooze-ended.${rule}.${subject}`.replaceAll('/', '.'),
    type: 'snooze-ended',
    title,
    says: 'We may remind you of it again from now on.',
    fields: [],
    hidden: { rule, subject },
    values: {},
    button: 'Put it off no longer',
  };
}

/** Digest day and hour, quiet hours, weekly or monthly overview. */
export function mailHoursForm(facts: Facts): Form {
  const { weekday, overview, hour, quietFrom, quietUntil } = mailingOf(facts);
  const morning = { value: 'morning', label: 'some minute from 9 to 11 a.m.' };
  return {
    key: 'mail-hours-set',
    type: 'mail-hours-set',
    title: 'When emails come',
    says: 'Deadlines come when they are due; the overview tells what lies further ahead.',
    fields: fieldsOf('mail-hours-set', {
      overview: { choices: OVERVIEWS },
      weekday: { choices: WEEKDAY_CHOICES },
      hour: { choices: [morning, ...DIGEST_HOURS.map(clockChoice)] },
      quietFrom: {
        choices: QUIET_FROM_HOURS.map(clockChoice),
        hint: 'In quiet hours we mail only what cannot wait until they end.',
      },
      quietUntil: { choices: QUIET_UNTIL_HOURS.map(clockChoice) },
    }),
    hidden: {},
    values: { overview, weekday, hour: hour ?? 'morning', quietFrom, quietUntil },
    button: 'Save these times',
  };
}

/** What of the plan page is here, as it is for this person now. */
export function wishForms(facts: Facts): Form[] {
  return [mailHoursForm(facts), ...topicForms(facts)];
}

/** A form for each topic, to stop it or to have it again. */
export function topicForms(facts: Facts): Form[] {
  const { stopped } = mailingOf(facts);
  return TOPIC_NAMES.map((topic) => topicForm(topic, stopped.includes(topic)));
}

/** One button: stops a topic that is emailed, or has it emailed again. */
function topicForm(topic: TopicName, isStopped: boolean): Form {
  const { label } = TOPICS[topic];
  return {
    key: `topic-set.${topic}`,
    type: 'topic-set',
    title: `Emails about ${label}`,
    says: isStopped ? 'Stopped.' : 'Mailed.',
    fields: [],
    hidden: { topic, wish: isStopped ? 'mailed' : 'stopped' },
    values: {},
    button: isStopped ? `Mail me about ${label}` : `Stop emails about ${label}`,
  };
}

function clockChoice(time: ClockTime): Choice {
  return { value: time, label: time };
}
