/** Moments as ISO 8601 strings in UTC, which sort, compare, and store as they read; and what a zone's wall clock shows. */
import { tzOffset } from '@date-fns/tz';
import * as z from 'zod';
import { type Day, daySchema, isDay } from './day.ts';

/** A moment: `2027-09-01T13:00:00.000Z`. Always UTC, always with milliseconds. */
export type Instant = `${Day}T${string}Z`;

/** A wall clock time, 24 hours: `17:00`. */
export type ClockTime = `${number}:${number}`;

/** ERAS, NRMP, and most hosts state their times in Eastern time. */
export const EASTERN = 'America/New_York';

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** @param epochMs milliseconds since 1970 in UTC; throws beyond the range of dates */
export function instantOfMs(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** True only for the exact format that this product writes. */
export function isInstant(text: string): text is Instant {
  return INSTANT_FORM.test(text) && isDay(text.slice(0, 10));
}

// Hours end at 23: midnight is the next day's 00:00, so that each moment is written in one way.
const INSTANT_FORM = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

// The library cannot derive this from a custom schema.
const AS_JSON = { type: 'string', format: 'date-time' };

/** A stored instant; any other format means that we did not write it. */
export const instantSchema = z
  .custom<Instant>((value) => typeof value === 'string' && isInstant(value), {
    error: 'is not an instant written YYYY-MM-DDTHH:MM:SS.mmmZ',
  })
  .meta(AS_JSON);

/** An instant in a list that this product wrote: only its format is checked. */
export const storedInstantSchema = z
  .custom<Instant>((value) => typeof value === 'string' && STORED_FORM.test(value), {
    error: 'is not an instant as this product writes it',
  })
  .meta(AS_JSON);

const STORED_FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export const clockTimeSchema = z
  .custom<ClockTime>((value) => typeof value === 'string' && CLOCK_FORM.test(value), {
    error: 'is not a clock time written HH:MM',
  })
  .meta({ type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });

const CLOCK_FORM = /^([01]\d|2[0-3]):[0-5]\d$/;

export function plusMs(instant: Instant, ms: number): Instant {
  return instantOfMs(msOf(instant) + ms);
}

/** Negative when `to` is earlier. */
export function msBetween(from: Instant, to: Instant): number {
  return msOf(to) - msOf(from);
}

export function soonest(first: Instant, ...others: Instant[]): Instant {
  return others.reduce((least, instant) => (instant < least ? instant : least), first);
}

export function latestOf(first: Instant, ...others: Instant[]): Instant {
  return others.reduce((most, instant) => (instant > most ? instant : most), first);
}

/** Only IANA zones named by a place: an offset or `PST` has no daylight saving time. */
export function isZone(zone: string): boolean {
  if (knownZones.has(zone)) return true;
  if (!/^[A-Z][A-Za-z_]+\/|^UTC$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return false;
  }
  if (knownZones.size < ZONES_KEPT_MAX) knownZones.add(zone);
  return true;
}

// Asking the runtime takes longer than reading the rest of an item. There are about 600 names.
const ZONES_KEPT_MAX = 1000;
const knownZones = new Set<string>();

export function dayIn(zone: string, instant: Instant): Day {
  return remembered(knownDays, zone, instant, () => wallClockIn(zone, instant).slice(0, 10) as Day);
}

export function minuteOfDayIn(zone: string, instant: Instant): number {
  const [hours, minutes] = wallClockIn(zone, instant).slice(11).split(':');
  return Number(hours) * 60 + Number(minutes);
}

type Known<From, To> = Map<string, Map<From, To>>;

/** By zone. What a clock shows at a moment never changes. */
function remembered<From, To>(
  known: Known<From, To>,
  zone: string,
  from: From,
  workOut: () => To,
): To {
  const ofZone = known.get(zone) ?? new Map<From, To>();
  const found = ofZone.get(from);
  if (found !== undefined) return found;
  const to = workOut();
  if (known.size >= ZONES_KEPT_MAX) known.clear();
  if (ofZone.size >= KEPT_OF_ZONE_MAX) ofZone.clear();
  known.set(zone, ofZone.set(from, to));
  return to;
}

// A plan needs the mornings and days of some hundred moments, the same ones at every visit; looking up zone offsets took
// two thirds of the time of planning.
const KEPT_OF_ZONE_MAX = 10_000;
const knownDays: Known<Instant, Day> = new Map();
/** By clock time: few are asked for. */
const TIMES_KEPT_MAX = 100;
const knownInstants = new Map<ClockTime, Known<Day, Instant>>();

/** The zone's wall clock, written as if it were UTC. */
function wallClockIn(zone: string, instant: Instant): Instant {
  const epochMs = msOf(instant);
  return instantOfMs(epochMs + offsetMs(zone, epochMs));
}

/** A time that the clock skips in spring is the first instant after the gap; one that comes twice in fall, the earlier: safe for a deadline. */
export function instantAt(day: Day, time: ClockTime, zone: string): Instant {
  const known = knownInstants.get(time) ?? new Map<string, Map<Day, Instant>>();
  if (knownInstants.size < TIMES_KEPT_MAX) knownInstants.set(time, known);
  return remembered(known, zone, day, () => workOutInstant(day, time, zone));
}

function workOutInstant(day: Day, time: ClockTime, zone: string): Instant {
  const wanted = wallMs(day, time);
  // On nearly every day of the year the clocks do not change.
  const [before, after] = [
    offsetMs(zone, wanted - 26 * HOUR_MS),
    offsetMs(zone, wanted + 26 * HOUR_MS),
  ];
  if (before === after) return instantOfMs(wanted - before);
  const candidates = [-26, 0, 26]
    .map((hours) => wanted - offsetMs(zone, wanted + hours * HOUR_MS))
    .toSorted((a, b) => a - b);
  const exact = candidates.find((ms) => ms + offsetMs(zone, ms) === wanted);
  return instantOfMs(exact ?? afterGap(zone, wanted, candidates));
}

/** Not always 00:00: some zones change their clocks at midnight. */
export function startOfDay(day: Day, zone: string): Instant {
  return instantAt(day, '00:00', zone);
}

function wallMs(day: Day, time: ClockTime): number {
  return Date.parse(`${day}T${time}:00.000Z`);
}

function offsetMs(zone: string, epochMs: number): number {
  return tzOffset(zone, new Date(epochMs)) * MINUTE_MS;
}

// The clock skips `wanted` somewhere between the two readings; bisecting finds the jump to the millisecond.
function afterGap(zone: string, wanted: number, candidates: number[]): number {
  let before = Math.min(...candidates) - DAY_MS / 2;
  let after = Math.max(...candidates) + DAY_MS / 2;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + offsetMs(zone, middle) < wanted) before = middle;
    else after = middle;
  }
  return after;
}

/** A sheet's cell: a day starts in Eastern time, a date with a time is UTC as in our workbooks; other text is left for a schema to refuse. */
export function readMoment(text: string): Instant | string {
  const day = daySchema.safeParse(text);
  if (day.success) return startOfDay(day.data, EASTERN);
  const [, date, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)(?: UTC)?$/.exec(text) ?? [];
  const moment = instantSchema.safeParse(date ? `${date}T${time?.padEnd(8, ':00')}.000Z` : text);
  return moment.success ? moment.data : text;
}

/** The only source of the current time. It is read once per request and passed on as an argument. */
export interface Clock {
  now(): Instant;
}
