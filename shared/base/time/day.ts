/**
 * Calendar days. A deadline is a day in a stated zone; a clock time is added only where a source states one.
 * Days are `YYYY-MM-DD` strings, so they sort, compare and store as they read.
 */
// One module a function: the package's index loads three hundred files at every start.
import { addMonths } from 'date-fns/addMonths';
import * as z from 'zod';

/** A calendar day without a zone: `2027-09-01`. */
export type Day = `${number}-${number}-${number}`;

/** The earliest and latest day the product will hold; a year outside is a typing slip, not a plan. */
export const FIRST_DAY: Day = '2000-01-01';
export const LAST_DAY: Day = '2100-12-31';

const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;

/** True for a real calendar day written `YYYY-MM-DD` (so not `2027-02-30`). */
export function isDay(text: string): text is Day {
  // The runtime reads 30 February as 2 March.
  return DAY_FORM.test(text) && new Date(msOfDay(text)).getUTCDate() === Number(text.slice(8));
}

/** A day from outside, held to the bounds above. */
export const daySchema = z
  .custom<Day>((value) => typeof value === 'string' && isDay(value), {
    error: 'is not a calendar day written YYYY-MM-DD',
  })
  .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, {
    error: `is outside ${FIRST_DAY} to ${LAST_DAY}`,
  });

/** A day that this product wrote: its form alone is checked, so that ten thousand rows are read in a moment. */
export const storedDaySchema = z.custom<Day>(
  (value) => typeof value === 'string' && DAY_FORM.test(value),
  { error: 'is not a day as this product writes it' },
);

/** `days` later, or earlier when negative. */
export function plusDays(day: Day, days: number): Day {
  return new Date(msOfDay(day) + days * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** `months` later or earlier by the calendar, clamped to the month's end (31 May − 3 months = 28 or 29 Feb). */
export function plusMonths(day: Day, months: number): Day {
  return write(addMonths(read(day), months));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (msOfDay(to) - msOfDay(from)) / DAY_MS;
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return read(day).getDay();
}

/** The first of these days. */
export function earliest(first: Day, ...others: Day[]): Day {
  return others.reduce((least, day) => (day < least ? day : least), first);
}

/** The last of these days. */
export function latest(first: Day, ...others: Day[]): Day {
  return others.reduce((most, day) => (day > most ? day : most), first);
}

/** Year, month 1–12 and day of month. */
export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    dayOfMonth: Number(day.slice(8)),
  };
}

/** The day of these parts; the caller vouches that it exists. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

// Every day of UTC has 24 hours. A plan counts days some thousand times, so this is plain arithmetic.
const DAY_MS = 86_400_000;

function msOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

// Noon keeps the calendar day whatever zone the process runs in: no zone's clock change moves noon to another day.
function read(day: Day): Date {
  const { year, month, dayOfMonth } = partsOf(day);
  return new Date(year, month - 1, dayOfMonth, 12);
}

function write(date: Date): Day {
  return dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}
