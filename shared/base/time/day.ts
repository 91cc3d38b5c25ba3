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
  return new Date(day).getUTCDay();
}

/** The Monday of its week, which may be the day itself. */
export function mondayOf(day: Day): Day {
  return plusDays(day, -((weekdayOf(day) + 6) % 7));
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

/** Days since January 1, 1970. */
function placeOf(day: Day): number {
  const { year, month, dayOfMonth } = partsOf(day);
  return Date.UTC(year, month - 1, dayOfMonth) / DAY_MS;
}

function dayAt(place: number): Day {
  const index = place - FIRST_PLACE;
  const known = written[index];
  if (known) return known;
  const day = new Date(place * DAY_MS).toISOString().slice(0, 10) as Day;
  if (index >= 0 && index < written.length) written[index] = day;
  return day;
}

const DAY_MS = 86_400_000;
const FIRST_PLACE = placeOf(FIRST_DAY);
// A report of ten thousand people needs the same few hundred days; formatting one costs more than counting it.
const written = new Array<Day | undefined>(placeOf(LAST_DAY) - FIRST_PLACE + 1);
