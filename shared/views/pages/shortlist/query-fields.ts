/** The questions of `/shortlist`. A field's name is also its name in the address. */
import { MONTHS_WISHED_MAX } from '#shared/base/limits.ts';
import { type Day, plusMonths } from '#shared/base/time/day.ts';
import type { Choice, Field } from '#shared/exchange/fields/field.ts';
import { labelOf } from '#shared/words/field-words.ts';
import { ENTRY_HINT } from '#shared/words/plan-words.ts';
import { DIVISIONS, STATES } from '#shared/world/programs/regions.ts';

import { ENTRIES, PATHWAYS, YES_NO } from '../../forms/choices.ts';

const PLACES: readonly Choice[] = [
  ...Object.entries(DIVISIONS).map(([value, { label }]) => ({ value, label })),
  ...STATES.map((state) => ({ value: state, label: state })),
];

const ENROLLMENTS: readonly Choice[] = [
  { value: 'enrolled', label: 'Enrolled' },
  { value: 'graduate', label: 'Graduated' },
];

/** The first are needed for any answer. @param today decides which months are offered */
export function fieldGroups(
  today: Day,
): readonly (readonly [title: string, fields: readonly Field[]])[] {
  return [
    ['You', ABOUT_YOU.filter(isFirst)],
    ['When and how much', [...monthsFrom(today), ...AMOUNTS]],
    ['School and visa', ABOUT_YOU.filter((each) => !isFirst(each))],
    ['Where', WHERE],
    ['Exams and experience', EXPERIENCE],
    ['What you expect to pay yourself', OWN_COSTS],
  ];
}

/** A question by its name in the address, and what its answer must be. */
export function askedAs(
  name: string,
): { readonly label: string; readonly must: string } | undefined {
  if (/^months\b/.test(name)) return { label: 'Months', must: 'Choose from those on this page.' };
  const all = [ABOUT_YOU, AMOUNTS, WHERE, EXPERIENCE, OWN_COSTS].flat();
  const field = all.find((each) => each.name === name);
  return field && { label: field.label, must: mustBe(field) };
}

function mustBe({ kind, least = 0, most = 0 }: Field): string {
  if (kind === 'day') return 'Enter a date such as 2027-05-31, from 2000 to 2100.';
  if (kind !== 'number') return 'Choose an answer.';
  return `Enter a whole number from ${FIGURES.format(least)} to ${FIGURES.format(most)}.`;
}

/** A year has no comma. */
const FIGURES = new Intl.NumberFormat('en-US', { useGrouping: 'min2' });

/** The four questions that an answer needs, or that change it most. */
export const FIRST_ASKED: readonly string[] = ['matchYear', 'pathway', 'enrollment', 'entry'];

function isFirst({ name }: Field): boolean {
  return FIRST_ASKED.includes(name);
}

const ABOUT_YOU: readonly Field[] = [
  number('matchYear', 'Your Match year', { least: 2020, most: 2060, required: true }),
  choice('pathway', 'Your pathway to IR', PATHWAYS, { required: true }),
  choice('enrollment', 'Are you enrolled in a medical school?', ENROLLMENTS, { required: true }),
  { name: 'graduationOn', label: 'Graduation day, past or expected', kind: 'day' },
  choice('entry', labelOf('profile.entry'), ENTRIES, { none: 'I do not know', hint: ENTRY_HINT }),
  number('visaWaitDays', 'Days to wait for a visa appointment', {
    least: 0,
    most: 1000,
    hint: 'As your consulate states it today.',
  }),
  yesNo(
    'schoolInVslo',
    'Is your school in VSLO or its Global Network?',
    'VSLO is the AAMC’s service for visiting students. Ask your dean’s office.',
  ),
];

function monthsFrom(today: Day): Field[] {
  const first: Day = `${today.slice(0, 7)}-01` as Day;
  return Array.from({ length: MONTHS_WISHED_MAX }, (_, index): Field => {
    const month = plusMonths(first, index + 1).slice(0, 7);
    return { name: `month.${month}`, label: monthName(month), kind: 'tick' };
  });
}

const AMOUNTS: readonly Field[] = [
  number('rotationsWished', 'How many rotations', {
    least: 1,
    most: 4,
    hint: 'Three if you leave this empty. The guide recommends two to four US months.',
  }),
  number('budgetUsd', 'Total budget, in US dollars', { least: 0, most: 1_000_000 }),
  number('irPrograms', 'Integrated IR programs you will apply to', { least: 0, most: 300 }),
  number('drPrograms', 'DR programs you will apply to', {
    least: 0,
    most: 300,
    hint: 'ERAS counts the programs of each specialty separately.',
  }),
];

const WHERE: readonly Field[] = ['First', 'Second', 'Third'].map((rank, index) =>
  choice(`region${index + 1}`, `${rank} choice`, PLACES, { none: 'No preference' }),
);

const EXPERIENCE: readonly Field[] = [
  yesNo('step1Passed', 'Have you passed Step 1?'),
  yesNo('step2CkPassed', 'Have you passed Step 2 CK?'),
  yesNo('oetPassed', 'Have you passed the OET?'),
  yesNo('ecfmgCertified', 'Are you ECFMG certified?'),
  number('usHandsOnMonths', 'Hands-on US months completed', { least: 0, most: 60 }),
  number('usObserverMonths', 'Observer US months completed', { least: 0, most: 60 }),
  yesNo('researchMentorLetter', 'Will a research mentor write you a letter?'),
];

const OWN_COSTS: readonly Field[] = [
  ['housingUsdPerMonth', 'Housing per month'],
  ['insuranceUsdPerMonth', 'Health insurance per month'],
  ['malpracticeUsdPerMonth', 'Malpractice insurance per month'],
  ['travelUsdPerRotation', 'Flights and travel per rotation'],
].map(([name, label]) =>
  number(`costs.${name}`, `${label}, in US dollars`, { least: 0, most: 1_000_000 }),
);

function number(
  name: string,
  label: string,
  of: Pick<Field, 'least' | 'most' | 'hint' | 'required'>,
): Field {
  return { name, label, kind: 'number', ...of };
}

function choice(
  name: string,
  label: string,
  choices: readonly Choice[],
  of: Pick<Field, 'none' | 'hint' | 'required'>,
): Field {
  return { name, label, kind: 'choice', choices, ...of };
}

function yesNo(name: string, label: string, hint?: string): Field {
  return choice(name, label, YES_NO, { none: 'I do not know', ...(hint && { hint }) });
}

/** `April 2027` */
export function monthName(month: string): string {
  const names =
    'January February March April May June July August September October November December';
  const [year, number = '1'] = month.split('-');
  return `${names.split(' ')[Number(number) - 1]} ${year}`;
}
