/** Filters and their values in words. */
import { counted } from '#shared/base/counted.ts';
import { phraseMonth, phraseShortDay } from '#shared/base/time/phrase.ts';
import {
  COLOR_WORDS,
  type FilterName,
  type Filters,
  PERSON_COLORS,
  valuesOf,
} from '#shared/cohort/report/filters.ts';
import { FUNNEL_WORDS } from '#shared/cohort/report/funnel.ts';
import type { Choice } from '#shared/exchange/fields/field.ts';
import { RISK_CODES, RISK_WORDS } from '#shared/people/casework/codes.ts';
import { STAGE_NAMES } from '#shared/plan/facts/stage-names.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { FURTHEST_STEPS } from '#shared/plan/rotation/furthest.ts';
import { ENTRIES, PATHWAYS } from '../../forms/choices.ts';

export const FILTER_WORDS: Readonly<Record<FilterName, string>> = {
  person: 'Applicants',
  find: 'Name, email, or host',
  risk: 'Risk',
  code: 'Reason',
  since: 'New since',
  losses: 'Lost since',
  call: 'Call',
  case: 'Case',
  closed: 'Case closed since',
  step: 'Step',
  waiting: 'Waiting on',
  img: 'Enrollment',
  pathway: 'Pathway',
  entry: 'Entry to the US',
  season: 'Match',
  due: 'Hard date',
  week: 'Week from',
  starts: 'Start',
  letters: 'Letter due in',
  arrived: 'Letter in ERAS',
  rung: 'Emailed',
  followed: 'Followed by an update',
  reached: 'Email',
  funnel: 'Reached step',
  lost: 'Lost at',
  site: 'Host',
  writer: 'Letter writer',
  letter: 'Letter writer',
  advisor: 'Case owner',
};

const steps = FURTHEST_STEPS.map((value) => ({ value, label: FUNNEL_WORDS[value] }));

const YES_NO = [
  { value: 'yes', label: 'yes' },
  { value: 'no', label: 'no' },
];

/** Filters with few values; the others are typed or set by a chart. */
export const FILTER_CHOICES: Readonly<Partial<Record<FilterName, readonly Choice[]>>> = {
  risk: [...PERSON_COLORS.map((value) => ({ value, label: COLOR_WORDS[value] }))],
  code: RISK_CODES.map((value) => ({ value, label: `${value} ${RISK_WORDS[value]}` })),
  case: [
    { value: 'open', label: 'open' },
    { value: 'mine', label: 'mine' },
    { value: 'unowned', label: 'open, without an owner' },
    { value: 'follow-up', label: 'follow-up due' },
  ],
  call: [{ value: 'today', label: 'today' }],
  step: STAGE_NAMES.map((value) => ({ value, label: STAGES[value].title })),
  waiting: [
    { value: 'applicant', label: 'the applicant' },
    { value: 'writer', label: 'a letter writer' },
    { value: 'host', label: 'a host' },
    { value: 'home-school', label: 'the home school' },
    { value: 'visa', label: 'the visa office' },
    { value: 'external', label: 'an outside office' },
  ],
  img: [
    { value: 'enrolled', label: 'enrolled student' },
    { value: 'graduate', label: 'graduate' },
  ],
  pathway: PATHWAYS,
  entry: [...ENTRIES, { value: 'unknown', label: 'not known' }],
  due: [
    { value: '7', label: 'within 7 days or passed' },
    { value: '21', label: 'within 21 days or passed' },
    { value: '30', label: 'within 30 days or passed' },
    { value: '90', label: 'within 90 days or passed' },
  ],
  starts: [{ value: '30', label: 'within 30 days' }],
  arrived: YES_NO,
  followed: YES_NO,
  reached: [{ value: 'no', label: 'does not reach them' }],
  funnel: steps,
  lost: steps,
};

export function valueWords(name: FilterName, filters: Filters): string {
  const value = filters[name] ?? '';
  if (name === 'week' && filters.week) return phraseShortDay(filters.week);
  if (name === 'since' && filters.since) return phraseShortDay(filters.since);
  if (name === 'losses' && filters.losses) return phraseShortDay(filters.losses);
  if (name === 'closed' && filters.closed) return phraseShortDay(filters.closed);
  if (name === 'letters') return phraseMonth(value);
  if (name === 'person') return `${valuesOf(name, filters).length} selected`;
  if (name === 'rung') return rungWords(value);
  const choices = FILTER_CHOICES[name] ?? [];
  return valuesOf(name, filters)
    .map((each) => choices.find((choice) => choice.value === each)?.label ?? each)
    .join(' or ');
}

/** `7 days before`, of a ladder's rung. */
export function rungWords(rung: string): string {
  const named = NAMED_RUNGS[rung];
  if (named) return named;
  const days = counted(Number(rung.replace('+', '')), 'day');
  return rung.startsWith('+') ? `${days} after` : `${days} before`;
}

const NAMED_RUNGS: Readonly<Record<string, string>> = {
  opens: 'on its first day',
  '0': 'on the day',
  'start-7': 'before the day to start',
  'start+1': 'after the day to start',
  lost: 'when it was lost',
  picked: 'on a day they chose',
  quiet: 'overview',
};
