/** Filters and their values in words. */
import { counted } from '#shared/base/sentence.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { phraseMonth, phraseShortDay } from '#shared/base/time/phrase.ts';
import {
  COLOR_WORDS,
  type FilterName,
  type Filters,
  HOLDERS,
  PERSON_COLORS,
  valuesOf,
} from '#shared/cohort/report/filters.ts';
import { FUNNEL_WORDS } from '#shared/cohort/report/things.ts';
import type { Choice } from '#shared/exchange/fields/field.ts';
import { codeWords, RISK_CODES } from '#shared/people/casework/codes.ts';
import { STAGE_NAMES } from '#shared/plan/facts/stage-names.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { FURTHEST_STEPS } from '#shared/plan/rotation/track.ts';
import { PARTY_WORDS } from '#shared/words/plan-words.ts';
import { ENTRIES, PATHWAYS } from '../../forms/choices.ts';

export const FILTER_WORDS: Readonly<Record<FilterName, string>> = {
  person: 'Applicants',
  find: 'Name, email, or host',
  risk: 'Risk',
  code: 'Reason',
  since: 'New since',
  losses: 'Lost since',
  before: 'Before',
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

const named = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const within = (days: readonly number[], more: string = '') =>
  days.map((each) => ({ value: String(each), label: `within ${each} days${more}` }));
const each = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
  values.map((value) => ({ value, label: label(value) }));

const STEPS = each(FURTHEST_STEPS, (step) => FUNNEL_WORDS[step]);
const YES_NO = named({ yes: 'yes', no: 'no' });

/** Filters with few values; the others are typed or set by a chart. */
export const FILTER_CHOICES: Readonly<Partial<Record<FilterName, readonly Choice[]>>> = {
  risk: each(PERSON_COLORS, (color) => COLOR_WORDS[color]),
  code: each(RISK_CODES, (code) => codeWords([code])),
  case: named({
    open: 'open',
    mine: 'mine',
    unowned: 'open, without an owner',
    'follow-up': 'follow-up due',
  }),
  call: named({ today: 'today' }),
  step: each(STAGE_NAMES, (stage) => STAGES[stage].title),
  waiting: each(HOLDERS, (party) => PARTY_WORDS[party]),
  img: named({ enrolled: 'enrolled student', graduate: 'graduate' }),
  pathway: PATHWAYS,
  entry: [...ENTRIES, ...named({ unknown: 'not known' })],
  due: within([7, 21, 30, 90], ' or passed'),
  starts: within([30]),
  arrived: YES_NO,
  followed: YES_NO,
  reached: named({ no: 'does not reach them' }),
  funnel: STEPS,
  lost: STEPS,
};

export function valueWords(name: FilterName, filters: Filters): string {
  const value = filters[name] ?? '';
  const day = DAYS.includes(name) ? daySchema.safeParse(value) : undefined;
  if (day?.success) return phraseShortDay(day.data);
  if (name === 'letters') return phraseMonth(value);
  if (name === 'person') return `${valuesOf(name, filters).length} selected`;
  if (name === 'rung') return rungWords(value);
  const choices = FILTER_CHOICES[name] ?? [];
  return valuesOf(name, filters)
    .map((each) => choices.find((choice) => choice.value === each)?.label ?? each)
    .join(' or ');
}

const DAYS: readonly FilterName[] = ['week', 'since', 'losses', 'before', 'closed'];

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
  accepted: 'after the acceptance',
  last: 'before its last day',
  lost: 'when it was lost',
  picked: 'on a day they chose',
  quiet: 'overview',
};
