/** The days of one rotation at its host, computed from what the host's page says. */
import {
  type Day,
  dayOf,
  daysBetween,
  earliest,
  partsOf,
  plusDays,
  plusMonths,
  weekdayOf,
} from '#shared/base/time/day.ts';
import type { HostDate, Opening, Term } from './host-date.ts';

/** `stated`: the page's own day or rule. `estimated`: its pattern of another year, or a month without a day. */
export interface HostDay {
  readonly day: Day;
  readonly certainty: 'stated' | 'estimated';
  readonly at?: HostDate['at'];
  readonly advised?: true;
  /** Which papers or departments it is for, in the page's words. */
  readonly only?: string;
}

type Dates = { readonly start: Day; readonly end: Day };
type Weekday = (typeof WEEKDAYS)[number];
/** An opening is read late and a deadline early, so that who keeps the day has kept the rule. */
type Reading = 'opens' | 'closes';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A day for each date that holds for these dates; none for "all year". `notAfter`: of a yearly day, the last on or before it. */
export function hostDaysOf(
  dates: readonly HostDate[],
  { start }: Pick<Dates, 'start'>,
  reading: Reading,
  notAfter: Day = start,
): HostDay[] {
  return dates.flatMap((date) => {
    if (date.forMonths && !date.forMonths.includes(partsOf(start).month)) return [];
    const found = dayFor(date, start, reading, notAfter);
    if (!found) return [];
    const { at, advised, only } = date;
    return [{ ...found, ...(at && { at }), ...(advised && { advised }), ...(only && { only }) }];
  });
}

/** The last day that a term leaves, counted from the day it began. Hours end a day early where they must. */
export function lastDayOf(term: Term, from: Day): Day {
  return plusDays(from, 'days' in term ? term.days : Math.floor(term.hours / 24));
}

type OpenState = 'open' | 'closed' | 'unknown';

/** Whether visitors may come on these dates; a period of one year says nothing of another. `isOurs`: an opening of our department. */
export function openState(
  openings: readonly Opening[],
  dates: Dates,
  isOurs: (only: string) => boolean = () => false,
): OpenState {
  const states = openings
    .filter(({ only }) => only === undefined || isOurs(only))
    .map((opening) => stateOf(opening, dates));
  if (states.includes('closed')) return 'closed';
  return states.length > 0 && states.every((state) => state === 'open') ? 'open' : 'unknown';
}

function dayFor(
  date: HostDate,
  start: Day,
  reading: Reading,
  notAfter: Day,
): Pick<HostDay, 'day' | 'certainty'> | undefined {
  if ('before' in date) return { day: dayBefore(date.before, start, reading), certainty: 'stated' };
  if ('on' in date) return dayOfYear(date, start, notAfter);
  if ('every' in date) return dayEvery(date.every, notAfter);
  return undefined;
}

function dayBefore(
  before: Extract<HostDate, { before: unknown }>['before'],
  start: Day,
  reading: Reading,
): Day {
  if ('days' in before) return plusDays(start, -before.days);
  if ('weeks' in before) return plusDays(start, -7 * before.weeks);
  if ('businessDays' in before) return businessDaysBefore(start, before.businessDays);
  if (reading === 'opens') return plusMonths(start, -before.months);
  return plusDays(start, -monthsDaysMost(before.months));
}

/** The most days that so many months can have: a deadline read early is met. */
export function monthsDaysMost(months: number): number {
  const days = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337];
  return 366 * Math.floor(months / 12) + (days[months % 12] ?? 0);
}

function businessDaysBefore(start: Day, count: number): Day {
  let day = start;
  for (let left = count; left > 0; ) {
    day = plusDays(day, -1);
    if (weekdayOf(day) !== 0 && weekdayOf(day) !== 6) left -= 1;
  }
  return day;
}

/** The stated day, or the same day of another year, estimated. */
function dayOfYear(
  { on, forStarts }: Extract<HostDate, { on: Day }>,
  start: Day,
  notAfter: Day,
): Pick<HostDay, 'day' | 'certainty'> | undefined {
  const shifts = [-3, -2, -1, 0, 1, 2, 3, 4, 5];
  const shift = forStarts
    ? shifts.find(
        (years) => yearsOn(forStarts.from, years) <= start && start <= yearsOn(forStarts.to, years),
      )
    : shifts.findLast((years) => yearsOn(on, years) <= notAfter);
  if (shift === undefined) return undefined;
  return { day: yearsOn(on, shift), certainty: shift === 0 ? 'stated' : 'estimated' };
}

/** The last such day that is not after. A month without a day is read as its first day, estimated. */
function dayEvery(
  every: Extract<HostDate, { every: unknown }>['every'],
  notAfter: Day,
): Pick<HostDay, 'day' | 'certainty'> {
  const { year } = partsOf(notAfter);
  const dayIn = (of: number): Day => {
    if ('nth' in every) return nthWeekday(of, every.month, every.weekday, every.nth);
    return dayOf(of, every.month, every.day ?? 1);
  };
  const day = dayIn(year) <= notAfter ? dayIn(year) : dayIn(year - 1);
  const isExact = 'nth' in every || every.day !== undefined;
  return { day, certainty: isExact ? 'stated' : 'estimated' };
}

function stateOf(opening: Opening, { start, end }: Dates): OpenState {
  const { openMonths, closedMonths, closedDays, blockStarts, startsOn, between } = opening;
  const months = monthsOf({ start, end });
  if (openMonths && !months.every((month) => openMonths.includes(month))) return 'closed';
  if (closedMonths && months.some((month) => closedMonths.includes(month))) return 'closed';
  if (closedDays && touches(closedDays, { start, end })) return 'closed';
  if (startsOn && !startsOnDay(startsOn, start)) return 'closed';
  if (blockStarts) {
    const [first, last] = [earliest(...atLeastOne(blockStarts)), blockStarts.toSorted().at(-1)];
    if (start < first || (last && start > last)) return 'unknown';
    if (!blockStarts.includes(start)) return 'closed';
  }
  if (between && (start < between.from || end > between.to)) return 'unknown';
  return 'open';
}

function startsOnDay({ weekday, nth }: NonNullable<Opening['startsOn']>, start: Day): boolean {
  const { year, month } = partsOf(start);
  if (nth !== undefined) return start === nthWeekday(year, month, weekday, nth);
  return isoWeekday(start) === WEEKDAYS.indexOf(weekday);
}

/** @param days month and day, both included; the second may be in the next year */
function touches(days: readonly [string, string], { start, end }: Dates): boolean {
  const { year } = partsOf(start);
  return [year - 1, year].some((of) => {
    const from = `${of}-${days[0]}` as Day;
    const to = `${days[1] < days[0] ? of + 1 : of}-${days[1]}` as Day;
    return start <= to && from <= end;
  });
}

/** The calendar months that these days touch, 1 to 12. */
export function monthsOf({ start, end }: Dates): number[] {
  const count = Math.min(12, Math.ceil(daysBetween(start, end) / 28) + 1);
  const first = partsOf(start);
  return Array.from({ length: count + 1 }, (_, index) =>
    plusMonths(dayOf(first.year, first.month, 1), index),
  )
    .filter((month) => month <= end)
    .map((month) => partsOf(month).month);
}

function nthWeekday(year: number, month: number, weekday: Weekday, nth: number): Day {
  const first = dayOf(year, month, 1);
  const ahead = (WEEKDAYS.indexOf(weekday) - isoWeekday(first) + 7) % 7;
  return plusDays(first, ahead + 7 * (nth - 1));
}

/** 0 for Monday. */
function isoWeekday(day: Day): number {
  return (weekdayOf(day) + 6) % 7;
}

function yearsOn(day: Day, years: number): Day {
  return plusMonths(day, 12 * years);
}

function atLeastOne(days: readonly Day[]): [Day, ...Day[]] {
  const [first, ...rest] = days;
  if (first === undefined) throw new Error('A list of block starts is never empty.');
  return [first, ...rest];
}
