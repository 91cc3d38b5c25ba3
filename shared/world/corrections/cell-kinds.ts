/** The kinds of cells: the text that each accepts, the value that a correction keeps, and what an offering then holds. */
import * as z from 'zod';
import { lineOf, wholeNumberOf } from '#shared/base/text.ts';
import { type Day, isDay } from '#shared/base/time/day.ts';
import type { Validity } from '../hosts/document-kinds.ts';
import type { HostDate, Opening, Term } from '../hosts/host-date.ts';
import { leadDaysOf } from '../programs/institution.ts';
import { STATE_MUST, STATES } from '../programs/regions.ts';
import { isKnownSource } from './sources.ts';

const WORDS_MAX = 400;
const LIST_MAX = 2000;

export const cellValueSchema = z.union([
  z.string().min(1).max(WORDS_MAX),
  z.number().min(0).max(100_000),
  z.array(z.string().min(1).max(WORDS_MAX)).min(1).max(60),
  z.strictObject({
    img: wholeNumberOf(0, 500),
    residents: wholeNumberOf(1, 500),
    year: wholeNumberOf(2000, 2100),
  }),
]);
export type CellValue = z.infer<typeof cellValueSchema>;

export interface Cell {
  /** Where it is held: a path in the offering, or `sign.`, `fees.`, `opening.` and a name; of a program, its topic. */
  readonly at: string;
  readonly kind: keyof typeof KINDS;
  /** What the value measures, in lower case: a line shows it before the value. */
  readonly label: string;
  /** What its text must be, where its kind does not say it. */
  readonly must?: string;
  /** By value, where only these may be entered. */
  readonly choices: Readonly<Record<string, string>>;
  /** The least and the most that a number may be. */
  readonly range: readonly [number, number];
  /** What 0 says, where it is no quantity. */
  readonly zero?: string;
}

export interface Kind {
  /** What its text must be: a hint, and the message where it is not. */
  readonly must: string;
  /** The value of a text; undefined where it is none. */
  read(text: string, cell: Cell): CellValue | undefined;
  /** As the offering holds the value, where it is not the value itself; undefined: as if no page said it. */
  held?(value: never): unknown;
  /** The text of what the offering holds. */
  text?(held: never): string | undefined;
}

const isChoice = (choices: Cell['choices']) => (text: string) => Object.hasOwn(choices, text);
const TERM = /^([1-9]\d{0,2}) (days|hours) from (offer|acceptance)$/;
const PERIOD = /^(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)$/;
const EACH_YEAR = /^(\d\d-\d\d) to (\d\d-\d\d)$/;
const WEEKDAY = /^(?:([1-5]) )?(mon|tue|wed|thu|fri|sat|sun)$/;
const VALID_FOR = /^([a-z0-9-]+): (?:([1-9]\d{0,2}) (months|days|days to the start)|season|none)$/;
/** A name of its own below a top level: `yale.edu`, never `edu`. */
const DOMAIN = /^(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}$/;
const MAILBOX = /^[\w.+-]+@[\w.-]+\.[a-z]{2,24}$/i;
const COUNT = /^(\d{1,3}) of (\d{1,3}) \((\d{4})\)$/;
const before = (days: number): HostDate[] => [{ before: { days } }];

export const KINDS = {
  one: {
    must: 'Choose the answer.',
    read: (text, { choices }) => (isChoice(choices)(text) ? text : undefined),
  },
  /** The offering holds a yes alone. */
  flag: {
    must: 'Choose the answer.',
    read: (text, { choices }) => (isChoice(choices)(text) ? text : undefined),
    held: (value: string) => value === 'yes' || undefined,
    text: () => 'yes',
  },
  several: {
    must: 'Choose the answers.',
    read: (text, { choices }) => listIn(text, ';', isChoice(choices)),
  },
  months: {
    must: 'Months are numbers from 1 to 12, with semicolons between them.',
    read: (text, { choices }) => listIn(text, ';', isChoice(choices)),
    held: (value: string[]) => value.map(Number),
  },
  number: {
    must: 'Enter a whole number in figures.',
    read: (text, { range }) => numberIn(text, /^\d{1,6}$/, range),
  },
  score: {
    must: 'Enter a number such as 100 or 6.5.',
    read: (text, { range }) => numberIn(text, /^\d{1,3}(?:\.\d{1,2})?$/, range),
  },
  usd: {
    must: 'A fee is whole US dollars; 0 where the page says that there is none.',
    read: (text) => numberIn(text, /^\d{1,6}$/, [0, 100_000]),
  },
  days: {
    must: 'Days before the start are a whole number from 1 to 730. Count 3 months as 92 days, 4 as 123, and 6 as 184.',
    read: daysIn,
    held: before,
    text: (held: HostDate[]) => leadDaysOf(held)?.toString(),
  },
  date: {
    must: 'Enter a date such as 2027-03-01, or the number of days before the start, from 1 to 730. Count 3 months as 92 days, 4 as 123, and 6 as 184.',
    read: (text) => (isMeant(text) ? text : daysIn(text)),
    held: (value: Day | number) => (typeof value === 'number' ? before(value) : [{ on: value }]),
    text: (held: HostDate[]) =>
      held.length === 1 && held[0] && 'on' in held[0] ? held[0].on : leadDaysOf(held)?.toString(),
  },
  term: {
    must: 'Enter a term such as 7 days from offer, or 72 hours from acceptance.',
    read: (text) => (TERM.test(text) ? text : undefined),
    held: (value: string) => {
      const [, many, unit = 'days', from] = TERM.exec(value) ?? [];
      return { [unit]: Number(many), from };
    },
    text: (held: Term) =>
      `${'days' in held ? `${held.days} days` : `${held.hours} hours`} from ${held.from}`,
  },
  blocks: {
    must: 'First days are dates such as 2027-03-01, with semicolons between them.',
    read: (text) => listIn(text, ';', isMeant),
  },
  period: {
    must: 'Enter two dates, such as 2026-07-06 to 2027-04-23.',
    read: (text) => {
      const [, from = '', to = ''] = PERIOD.exec(text) ?? [];
      return isMeant(from) && isMeant(to) && from <= to ? text : undefined;
    },
    held: (value: string) => {
      const [, from, to] = PERIOD.exec(value) ?? [];
      return { from, to };
    },
    text: ({ from, to }: NonNullable<Opening['between']>) => `${from} to ${to}`,
  },
  'each-year': {
    must: 'Enter two days of a year as month and day, such as 11-15 to 01-01.',
    read: (text) => {
      const days = EACH_YEAR.exec(text)?.slice(1) ?? [''];
      return days.every((each) => isDay(`2028-${each}`)) ? text : undefined;
    },
    held: (value: string) => EACH_YEAR.exec(value)?.slice(1),
    text: (held: string[]) => held.join(' to '),
  },
  weekday: {
    must: 'Enter a weekday such as mon, or which one of a month, such as 1 mon.',
    read: (text) => (WEEKDAY.test(text) ? text : undefined),
    held: (value: string) => {
      const [, nth, weekday] = WEEKDAY.exec(value) ?? [];
      return { weekday, ...(nth && { nth: Number(nth) }) };
    },
    text: ({ nth, weekday }: NonNullable<Opening['startsOn']>) =>
      nth ? `${nth} ${weekday}` : weekday,
  },
  validity: {
    must: 'Enter each paper with its term, such as tb: 12 months; bls: none; drug-screen: 60 days to the start.',
    read: (text, { choices }) =>
      listIn(text, ';', (each) => isChoice(choices)(VALID_FOR.exec(each)?.[1] ?? '')),
    held: (value: string[]) => Object.fromEntries(value.map(validityOf)),
    text: (held: Readonly<Record<string, Validity>>) =>
      Object.entries(held).map(validityText).join('; '),
  },
  words: {
    must: 'Enter what the page says, in at most 2,000 characters: statements of at most 400, each on its own line or with | between them.',
    read: (text) =>
      listIn(
        text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .join('|'),
        '|',
        (each) => lineOf(WORDS_MAX).safeParse(each).success,
      ),
    text: (held: string[]) => held.join(' | '),
  },
  /** Pages link to them. */
  addresses: {
    must: 'Enter the address of a page, starting with https://, the mailbox of the office, or words; several with | between them.',
    read: (text) => listIn(text, '|', isPlace),
    text: (held: string[]) => held.join(' | '),
  },
  line: {
    must: 'Enter one line of at most 400 characters.',
    read: (text) => lineOf(WORDS_MAX).safeParse(text).data,
  },
  state: { must: STATE_MUST, read: (text) => (STATES.includes(text) ? text : undefined) },
  domain: {
    must: 'A domain is written as yale.edu. Once confirmed, its pages count as official.',
    read: (text) => (DOMAIN.test(text.toLowerCase()) ? text.toLowerCase() : undefined),
    text: ([first]: string[]) => first,
  },
  count: {
    must: 'Enter how many of all residents, and the year, such as 3 of 24 (2025).',
    read: (text) => {
      const [img = 0, residents = 0, year] = (COUNT.exec(text)?.slice(1) ?? []).map(Number);
      return year !== undefined && img <= residents ? { img, residents, year } : undefined;
    },
  },
} satisfies Record<string, Kind>;

/** A day of a season that plans can name. */
function isMeant(text: string): text is Day {
  return isDay(text) && text >= '2020-01-01' && text <= '2060-12-31';
}

/** Each once; undefined where one is none. */
function listIn(text: string, by: string, isOne: (each: string) => boolean): string[] | undefined {
  const all = text.split(by).map((each) => each.trim());
  return text.length <= LIST_MAX && all.every(isOne) ? [...new Set(all)] : undefined;
}

function numberIn(text: string, pattern: RegExp, [least, most]: Cell['range']): number | undefined {
  const number = pattern.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

function daysIn(text: string): number | undefined {
  return numberIn(text, /^\d{1,3}$/, [1, 730]);
}

/** Words are no address: no other scheme than a page's becomes a link. */
function isPlace(text: string): boolean {
  const isPage = /^https?:\/\/[^\s<>";]+$/.test(text) && isKnownSource({ source: text });
  const isWords =
    !URL.canParse(text) && !text.includes('@') && lineOf(WORDS_MAX).safeParse(text).success;
  return isPage || isWords || MAILBOX.test(text);
}

function validityOf(text: string): readonly [string, Validity] {
  const [, kind = '', many, unit] = VALID_FOR.exec(text) ?? [];
  if (!many) return [kind, text.endsWith('season') ? 'season' : 'none'];
  if (unit === 'months') return [kind, { months: Number(many) }];
  const days = Number(many);
  return [kind, unit === 'days' ? { days } : { days, countedTo: 'start' }];
}

function validityText([kind, of]: readonly [string, Validity]): string {
  if (typeof of === 'string') return `${kind}: ${of}`;
  if ('months' in of) return `${kind}: ${of.months} months`;
  return `${kind}: ${of.days} days${of.countedTo ? ' to the start' : ''}`;
}
