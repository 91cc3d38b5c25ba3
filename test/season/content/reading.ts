/** An email as its reader takes it in: what it says of which thing, part by part, and the days it names. */
import { type Day, dayOf, daysBetween, weekdayOf } from '#shared/base/time/day.ts';

export interface Statement {
  /** `due`: the line under the title. `item`: a line of a list. `note`: below the buttons. */
  readonly part: 'greeting' | 'subject' | 'title' | 'due' | 'ask' | 'why' | 'item' | 'note';
  /** What it is about: the title for a line below it, else itself. */
  readonly of: string;
  readonly text: string;
  /** The address below it, and what a reader takes it to be about. */
  readonly link?: { readonly url: string; readonly of: string };
}

export interface NamedDay {
  readonly day: Day;
  /** What stands before and after it. */
  readonly before: string;
  readonly after: string;
  /** The weekday is not the day's own. */
  readonly isWrongWeekday: boolean;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const NAMED_DAY = new RegExp(
  `\\b(${WEEKDAYS.join('|')}), (${MONTHS.join('|')}) (\\d{1,2})(?:, (\\d{4}))?`,
  'g',
);

export function statementsOf(subject: string, text: string): Statement[] {
  const [[greeting = ''] = [], lead = [], ...others] = text
    .split('\n\n')
    .map((block) => block.split('\n').filter((line) => !isAddress(line)));
  const [title = '', ...below] = lead;
  const rest = others.flat();
  // What no preview may show is named further down.
  const named = rest.find((line) => partOf(line) === 'ask');
  const of = named ? `${title}\n${named}` : title;
  const lines = text.split('\n');
  const later = rest.map((line): Statement => {
    const part = partOf(line);
    const url = lines[lines.indexOf(line) + 1] ?? '';
    const link = isAddress(url) && { link: { url, of: part === 'item' ? line : of } };
    return { part, of: part === 'why' ? of : line, text: line, ...link };
  });
  return [
    { part: 'greeting', of: greeting, text: greeting },
    { part: 'subject', of: subject, text: subject },
    { part: 'title', of, text: title },
    ...below.map((line, index): Statement => {
      const part = isWhy(line) ? 'why' : index === 0 ? 'due' : 'ask';
      return { part, of: /^(Next|First): /.test(line) ? line : of, text: line };
    }),
    ...later,
  ];
}

function isAddress(line: string): boolean {
  return /^(https|mailto):/.test(line);
}

/** Below the first button: lists, what could not stand above it, and small print. */
function partOf(line: string): Statement['part'] {
  if (line.startsWith('- ')) return 'item';
  if (isWhy(line)) return 'why';
  return SMALL_PRINT.test(line) || line.endsWith(':') ? 'note' : 'ask';
}

function isWhy(line: string): boolean {
  return /^Why(?: now)?:/.test(line);
}

const SMALL_PRINT =
  /^(?:Step|Source|Questions\?|You get this|Dates of|We never|Your advisor|Further ahead|Also open|Also on your plan|Late but)|: (?:step )?\d+ of \d+/;

/** A day that is further off is not meant without its year. */
const NEAR_DAYS = 190;

/** @param near the day of the email: a day without its year is the one nearest to it that its weekday fits */
export function daysNamed(text: string, near: Day): NamedDay[] {
  return [...text.matchAll(NAMED_DAY)].map((match) => {
    const [all, weekday = '', month = '', date = '', year] = match;
    const years = year ? [Number(year)] : [-1, 0, 1].map((each) => Number(near.slice(0, 4)) + each);
    const days = years
      .map((each) => dayOf(each, MONTHS.indexOf(month) + 1, Number(date)))
      .toSorted((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)));
    const fits = (day: Day) =>
      WEEKDAYS[weekdayOf(day)] === weekday &&
      (year || Math.abs(daysBetween(near, day)) < NEAR_DAYS);
    const [nearest = near] = days;
    return {
      day: days.find(fits) ?? nearest,
      before: text.slice(0, match.index),
      after: text.slice(match.index + all.length),
      isWrongWeekday: !days.some(fits),
    };
  });
}

/** The name of a rotation as its reader knows it. */
const SPECIALTIES = {
  ir: 'IR',
  dr: 'DR',
  surgery: 'surgery',
  medicine: 'medicine',
  icu: 'ICU',
  other: 'other',
} as const;

export function nameOf(rotation: {
  readonly host: { readonly name: string };
  readonly specialty: keyof typeof SPECIALTIES;
  readonly mode: string;
}): string {
  const kind = rotation.mode === 'research' ? 'research stay' : 'rotation';
  return `${rotation.host.name} ${SPECIALTIES[rotation.specialty]} ${kind}`;
}
