/** Calendar days as `YYYY-MM-DD` strings, which sort, compare, and store as they read. */
import * as z from 'zod';

/** A calendar day without a zone: `2027-09-01`. */
export type Day = `${number}-${number}-${number}`;

/** A day outside these is a typo, not a plan. */
export const FIRST_DAY: Day = '2000-01-01';
export const LAST_DAY: Day = '2100-12-31';

const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;

/** False for `2027-02-30`. */
export function isDay(text: string): text is Day {
  if (!DAY_FORM.test(text)) return false;
  const { year, month, dayOfMonth } = partsOf(text as Day);
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= lengthOf(year, month);
}

// The library cannot derive this from a custom schema.
const AS_JSON = { type: 'string', format: 'date' };

/** A day from outside, within the limits above. */
export const daySchema = z
  .custom<Day>((value) => typeof value === 'string' && isDay(value), {
    error: 'is not a calendar day written YYYY-MM-DD',
  })
  .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, {
    error: `is outside ${FIRST_DAY} to ${LAST_DAY}`,
  })
  .meta(AS_JSON);

/** A day that this product wrote: only its format is checked, so that ten thousand rows are read quickly. */
export const storedDaySchema = z
  .custom<Day>((value) => typeof value === 'string' && DAY_FORM.test(value), {
    error: 'is not a day as this product writes it',
  })
  .meta(AS_JSON);

export function plusDays(day: Day, days: number): Day {
  return dayAt(placeOf(day) + days);
}

/** Clamped to the month's end: May 31 − 3 months = Feb 28 or 29. */
export function plusMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const counted = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(counted / 12), (counted % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, lengthOf(toYear, toMonth)));
}

/** Negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return placeOf(to) - placeOf(from);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  // March 1 of the year 0 was a Wednesday.
  return (placeOf(day) + 3) % 7;
}

export function earliest(first: Day, ...others: Day[]): Day {
  return others.reduce((least, day) => (day < least ? day : least), first);
}

export function latest(first: Day, ...others: Day[]): Day {
  return others.reduce((most, day) => (day > most ? day : most), first);
}

/** Months count from 1. */
export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  return {
    year: digitsAt(day, 0) * 100 + digitsAt(day, 2),
    month: digitsAt(day, 5),
    dayOfMonth: digitsAt(day, 8),
  };
}

/** The caller guarantees that the day exists. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day;
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function digitsAt(day: Day, at: number): number {
  return (day.charCodeAt(at) - ZERO) * 10 + day.charCodeAt(at + 1) - ZERO;
}

const ZERO = 48;

/** Days since March 1 of the year 0. Counted from March, a leap day is the last of its year. */
function placeOf(day: Day): number {
  const { year, month, dayOfMonth } = partsOf(day);
  const marchYear = month > 2 ? year : year - 1;
  return firstOfMarch(marchYear) + daysBeforeMonth((month + 9) % 12) + dayOfMonth - 1;
}

function dayAt(place: number): Day {
  const index = place - FIRST_PLACE;
  const known = written[index];
  if (known) return known;
  const day = write(place);
  if (index >= 0 && index < written.length) written[index] = day;
  return day;
}

function write(place: number): Day {
  // Counted in mean years, a day falls in its own year or, near the year's end, in the previous one.
  const guess = Math.floor(place / 365.2425);
  const marchYear = place < firstOfMarch(guess + 1) ? guess : guess + 1;
  const inYear = place - firstOfMarch(marchYear);
  const marchMonth = Math.floor((5 * inYear + 2) / 153);
  const dayOfMonth = inYear - daysBeforeMonth(marchMonth) + 1;
  return marchMonth < 10
    ? dayOf(marchYear, marchMonth + 3, dayOfMonth)
    : dayOf(marchYear + 1, marchMonth - 9, dayOfMonth);
}

function firstOfMarch(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

// From March on, every five months in a row have 153 days.
function daysBeforeMonth(marchMonth: number): number {
  return Math.floor((153 * marchMonth + 2) / 5);
}

const FIRST_PLACE = placeOf(FIRST_DAY);
// A report of ten thousand people needs the same few hundred days; formatting one costs more than counting it.
const written = new Array<Day | undefined>(placeOf(LAST_DAY) - FIRST_PLACE + 1);
